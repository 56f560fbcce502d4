package io.alcove.apiserver.config;

import io.alcove.apiserver.authentication.AnonymousAccess;
import io.alcove.apiserver.authentication.WatchedFile;
import io.alcove.apiserver.oidc.AuthenticationConfiguration;
import io.alcove.apiserver.oidc.OidcFlags;
import io.alcove.apiserver.oidc.OidcIssuers;
import io.alcove.apiserver.serviceaccount.TokenSettings;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Issuers of tokens by the file of --authentication-config, or by the flags --oidc-*. */
final class OidcOptions {

    private final Optional<OidcIssuers> issuers;
    private final Optional<AnonymousAccess> anonymous;

    private OidcOptions(Optional<OidcIssuers> issuers, Optional<AnonymousAccess> anonymous) {
        this.issuers = issuers;
        this.anonymous = anonymous;
    }

    Optional<OidcIssuers> issuers() {
        return issuers;
    }

    /** What the file says of it. */
    Optional<AnonymousAccess> anonymous() {
        return anonymous;
    }

    /**
     * @throws IOException where a file cannot be read
     * @throws FlagException where flags do not go together, or the file is not valid
     */
    static OidcOptions read(ApiServerOptions options, TokenSettings tokens) throws IOException {
        Flags flags = options.flags();
        Optional<Path> file = options.file("authentication-config");
        if (file.isEmpty()) {
            return flags.isSet("oidc-issuer-url")
                    ? byFlags(options, tokens)
                    : new OidcOptions(Optional.empty(), Optional.empty());
        }
        if (flags.isSet("oidc-issuer-url") || flags.isSet("oidc-client-id")) {
            throw new FlagException(
                    "authentication-config file and oidc-* flags are mutually exclusive");
        }
        WatchedFile<AuthenticationConfiguration> watched = watch(file.get(), tokens);
        AuthenticationConfiguration first = watched.current();
        if (first.anonymous().isPresent() && !flags.bool("anonymous-auth")) {
            throw new FlagException(
                    "anonymous: Forbidden: --anonymous-auth flag cannot be set when anonymous field is configured in authentication configuration file");
        }
        return new OidcOptions(
                Optional.of(
                        new OidcIssuers(
                                watched::current, tokens.apiAudiences(), Clock.systemUTC())),
                first.anonymous());
    }

    private static WatchedFile<AuthenticationConfiguration> watch(Path file, TokenSettings tokens) {
        try {
            return new WatchedFile<>(
                    file,
                    content ->
                            AuthenticationConfiguration.read(
                                    content,
                                    Set.copyOf(tokens.issuers()),
                                    AccessExpressions.CLAIMS,
                                    AccessExpressions.USER));
        } catch (IOException e) {
            throw new FlagException("--authentication-config: " + e.getMessage());
        }
    }

    private static OidcOptions byFlags(ApiServerOptions options, TokenSettings tokens)
            throws IOException {
        Flags flags = options.flags();
        if (!flags.isSet("oidc-client-id")) {
            throw new FlagException(
                    "oidc-issuer-url and oidc-client-id must be specified together when any oidc-* flags are set");
        }
        Map<String, String> required = new LinkedHashMap<>();
        for (String claim : flags.list("oidc-required-claim")) {
            int equals = claim.indexOf('=');
            if (equals < 0) {
                throw new FlagException("--oidc-required-claim: " + claim + " is no key=value");
            }
            required.put(claim.substring(0, equals), claim.substring(equals + 1));
        }
        Optional<Path> authority = options.file("oidc-ca-file");
        AuthenticationConfiguration configuration =
                new OidcFlags(
                                flags.text("oidc-issuer-url"),
                                flags.text("oidc-client-id"),
                                flags.text("oidc-username-claim"),
                                flags.text("oidc-username-prefix"),
                                flags.text("oidc-groups-claim"),
                                flags.text("oidc-groups-prefix"),
                                required,
                                flags.list("oidc-signing-algs"),
                                authority.isPresent()
                                        ? Optional.of(Files.readString(authority.get()))
                                        : Optional.empty())
                        .configuration();
        return new OidcOptions(
                Optional.of(
                        new OidcIssuers(
                                () -> configuration, tokens.apiAudiences(), Clock.systemUTC())),
                Optional.empty());
    }
}
