package io.alcove.apiserver.http;

import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.request.UserInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads whom a client wants to act as (kubectl --as). */
final class ImpersonationHeaders {

    private static final String USER = "Impersonate-User";
    private static final String UID = "Impersonate-Uid";
    private static final String GROUP = "Impersonate-Group";
    private static final String EXTRA = "impersonate-extra-";

    private ImpersonationHeaders() {}

    /** Empty where the client acts as itself. */
    static Optional<UserInfo> read(Exchange exchange) {
        Map<String, List<String>> extra = new TreeMap<>();
        for (String name : exchange.headerNames()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.startsWith(EXTRA)) {
                extra.computeIfAbsent(
                                unescaped(lower.substring(EXTRA.length())), _ -> new ArrayList<>())
                        .addAll(exchange.headers(name));
            }
        }
        UserInfo wanted =
                new UserInfo(
                        exchange.header(USER),
                        exchange.header(UID),
                        exchange.headers(GROUP),
                        extra);
        if (!wanted.name().isEmpty()) {
            return Optional.of(wanted);
        }
        if (!wanted.uid().isEmpty() || !wanted.groups().isEmpty() || !extra.isEmpty()) {
            throw nameless(wanted);
        }
        return Optional.empty();
    }

    private static StatusException nameless(UserInfo wanted) {
        String groups =
                wanted.groups().isEmpty() ? "[]string(nil)" : GoText.quoteList(wanted.groups());
        List<String> extra = new ArrayList<>();
        wanted.extra()
                .forEach(
                        (key, values) ->
                                extra.add(GoText.quote(key) + ":" + GoText.quoteList(values)));
        return StatusException.badRequest(
                "requested &user.DefaultInfo{Name:\"\", UID:%s, Groups:%s, Extra:map[string][]string%s} without impersonating a user name"
                        .formatted(
                                GoText.quote(wanted.uid()),
                                groups,
                                extra.isEmpty() ? "(nil)" : "{" + String.join(", ", extra) + "}"));
    }

    private static String unescaped(String key) {
        try {
            return URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return key;
        }
    }
}
