package io.alcove.apiserver.authentication;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.request.UserInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A proxy in front of the server that has authenticated the user itself, and names it in headers
 * (--requestheader-*). It is known by its client certificate.
 */
public final class FrontProxy implements Authenticator {

    private final CertificateAuthorities authorities;
    private final Headers names;

    /**
     * The flags, without --requestheader-client-ca-file.
     *
     * @param allowedNames common names of proxies; empty for all that the authorities vouch for
     */
    public record Headers(
            List<String> allowedNames,
            List<String> users,
            List<String> uids,
            List<String> groups,
            List<String> extraPrefixes) {}

    public FrontProxy(CertificateAuthorities authorities, Headers names) {
        this.authorities = authorities;
        this.names = names;
    }

    @Override
    public Optional<UserInfo> authenticate(Credentials credentials) {
        if (credentials.clientCertificates().isEmpty()) {
            return Optional.empty();
        }
        String proxy = authorities.user(credentials.clientCertificates(), FrontProxy::proxy).name();
        if (!names.allowedNames().isEmpty() && !names.allowedNames().contains(proxy)) {
            throw StatusException.unauthorized();
        }
        RequestHeaders headers = credentials.headers();
        String user = first(headers, names.users());
        return user.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new UserInfo(
                                user,
                                first(headers, names.uids()),
                                groups(headers),
                                extra(headers)));
    }

    private static UserInfo proxy(X509Certificate leaf) {
        return new UserInfo(ClientCertificates.commonName(leaf), "", List.of(), Map.of());
    }

    private static String first(RequestHeaders headers, List<String> names) {
        return names.stream()
                .flatMap(name -> headers.values(name).stream().limit(1))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private List<String> groups(RequestHeaders headers) {
        return names.groups().stream()
                .flatMap(name -> headers.values(name).stream())
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private Map<String, List<String>> extra(RequestHeaders headers) {
        Map<String, List<String>> extra = new LinkedHashMap<>();
        for (String prefix : names.extraPrefixes()) {
            for (String name : headers.names()) {
                if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                    String key = name.substring(prefix.length()).toLowerCase(Locale.ROOT);
                    extra.computeIfAbsent(unescaped(key), _ -> new ArrayList<>())
                            .addAll(headers.values(name));
                }
            }
        }
        return extra;
    }

    private static String unescaped(String key) {
        try {
            return URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return key;
        }
    }
}
