package io.alcove.apiserver.config;

import io.alcove.apiserver.authentication.AnonymousAccess;
import io.alcove.apiserver.authentication.Authenticator;
import io.alcove.apiserver.authentication.BearerTokens;
import io.alcove.apiserver.authentication.BootstrapTokens;
import io.alcove.apiserver.authentication.CertificateAuthorities;
import io.alcove.apiserver.authentication.ClientCertificates;
import io.alcove.apiserver.authentication.FrontProxy;
import io.alcove.apiserver.authentication.RequestAuthenticator;
import io.alcove.apiserver.authentication.StaticTokens;
import io.alcove.apiserver.authentication.TokenAuthenticator;
import io.alcove.apiserver.authentication.WebhookTokens;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.serviceaccount.LastUse;
import io.alcove.apiserver.serviceaccount.LegacyTokens;
import io.alcove.apiserver.serviceaccount.ServiceAccountTokens;
import io.alcove.apiserver.serviceaccount.StoredTokenObjects;
import io.alcove.apiserver.serviceaccount.TokenKeys;
import io.alcove.apiserver.serviceaccount.TokenObjects;
import io.alcove.apiserver.serviceaccount.TokenSettings;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.alcove.apiserver.webhook.WebhookClient;
import io.alcove.apiserver.webhook.WebhookTarget;
import io.alcove.client.flag.Flags;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Who callers are, as the flags say. */
final class AuthenticationOptions {

    private static final Duration WEBHOOK_TIMEOUT = Duration.ofSeconds(30);

    private AuthenticationOptions() {}

    /**
     * @param onStart is given the registry once there is one
     */
    record Built(
            RequestAuthenticator requests,
            BearerTokens tokens,
            TokenSettings settings,
            Consumer<Registry> onStart) {}

    /**
     * @throws IOException where a file cannot be read
     */
    static Built build(ApiServerOptions options, ObjectStorages storages) throws IOException {
        TokenSettings settings = tokenSettings(options);
        OidcOptions oidc = OidcOptions.read(options, settings);
        LastUse lastUse = new LastUse(Clock.systemUTC());
        List<TokenAuthenticator> kinds = tokens(options, settings, storages, lastUse);
        // after service accounts: an issuer elsewhere may be asked for its keys
        oidc.issuers().ifPresent(kinds::add);
        Optional<Path> webhook = options.file("authentication-token-webhook-config-file");
        if (webhook.isPresent()) {
            kinds.add(webhook(options.flags(), webhook.get(), settings.apiAudiences()));
        }
        BearerTokens tokens = new BearerTokens(kinds, settings.apiAudiences());
        List<Authenticator> authenticators = new ArrayList<>();
        Optional<CertificateAuthorities> proxies =
                TrustOptions.authorities(options, "requestheader-client-ca-file");
        proxies.ifPresent(
                ca ->
                        authenticators.add(
                                new FrontProxy(ca, TrustOptions.headers(options.flags()))));
        TrustOptions.authorities(options, "client-ca-file")
                .ifPresent(ca -> authenticators.add(new ClientCertificates(ca)));
        authenticators.add(tokens);
        AnonymousAccess anonymous =
                oidc.anonymous()
                        .orElse(
                                options.flags().bool("anonymous-auth")
                                        ? AnonymousAccess.EVERYWHERE
                                        : AnonymousAccess.NOWHERE);
        return new Built(
                new RequestAuthenticator(authenticators, () -> anonymous),
                tokens,
                settings,
                lastUse::writeThrough);
    }

    private static TokenSettings tokenSettings(ApiServerOptions options) throws IOException {
        Flags flags = options.flags();
        return new TokenSettings(
                flags.list("service-account-issuer"),
                flags.list("api-audiences"),
                TokenKeys.read(
                        options.file("service-account-signing-key-file"),
                        flags.list("service-account-key-file").stream().map(Path::of).toList()),
                flags.duration("service-account-max-token-expiration"),
                flags.bool("service-account-extend-token-expiration"));
    }

    private static List<TokenAuthenticator> tokens(
            ApiServerOptions options,
            TokenSettings settings,
            ObjectStorages storages,
            LastUse lastUse)
            throws IOException {
        List<TokenAuthenticator> kinds = new ArrayList<>();
        Optional<Path> file = options.file("token-auth-file");
        if (file.isPresent()) {
            kinds.add(StaticTokens.read(file.get(), settings.apiAudiences()));
        }
        TokenObjects objects = new StoredTokenObjects(storages);
        kinds.add(new LegacyTokens(settings, objects, lastUse));
        kinds.add(new ServiceAccountTokens(settings, objects, Clock.systemUTC()));
        if (options.flags().bool("enable-bootstrap-token-auth")) {
            kinds.add(new BootstrapTokens(storages, settings.apiAudiences(), Clock.systemUTC()));
        }
        return kinds;
    }

    private static WebhookTokens webhook(Flags flags, Path file, List<String> audiences)
            throws IOException {
        return new WebhookTokens(
                new WebhookClient(WebhookTarget.read(file), WEBHOOK_TIMEOUT),
                flags.text("authentication-token-webhook-version"),
                audiences,
                flags.duration("authentication-token-webhook-cache-ttl"));
    }
}
