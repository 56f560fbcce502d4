package io.alcove.apiserver.config;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apiserver.authentication.Authenticator;
import io.alcove.apiserver.authentication.BearerTokens;
import io.alcove.apiserver.authentication.ClientCertificates;
import io.alcove.apiserver.authentication.RequestAuthenticator;
import io.alcove.apiserver.authentication.StaticTokens;
import io.alcove.apiserver.authentication.TokenAuthenticator;
import io.alcove.apiserver.authorization.Authorizer;
import io.alcove.apiserver.authorization.Authorizers;
import io.alcove.apiserver.authorization.Modes;
import io.alcove.apiserver.authorization.rbac.RbacAuthorizer;
import io.alcove.apiserver.authorization.rbac.RuleResolver;
import io.alcove.apiserver.pipeline.Access;
import io.alcove.apiserver.pipeline.AccessControl;
import io.alcove.apiserver.registry.VirtualResources;
import io.alcove.apiserver.review.Reviews;
import io.alcove.apiserver.serviceaccount.ServiceAccountTokens;
import io.alcove.apiserver.serviceaccount.StoredTokenObjects;
import io.alcove.apiserver.serviceaccount.TokenKeys;
import io.alcove.apiserver.serviceaccount.TokenRequests;
import io.alcove.apiserver.serviceaccount.TokenSettings;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.alcove.client.flag.FlagException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Access as the flags ask for it. */
public final class AccessOptions {

    private AccessOptions() {}

    /**
     * @throws FlagException where a flag asks for what is not built
     * @throws IOException where a file cannot be read
     */
    public static AccessControl build(ApiServerOptions options, ObjectStorages storages)
            throws IOException {
        TokenSettings settings = tokenSettings(options);
        BearerTokens tokens = tokens(options, settings, storages);
        List<Authenticator> authenticators = new ArrayList<>();
        Optional<Path> authority = options.file("client-ca-file");
        if (authority.isPresent()) {
            authenticators.add(new ClientCertificates(authority.get()));
        }
        authenticators.add(tokens);
        RbacAuthorizer rbac = new RbacAuthorizer(storages);
        Authorizer authorizer = authorizer(options, rbac);
        VirtualResources answers =
                new VirtualResources()
                        .with(
                                new GroupResource("", "serviceaccounts"),
                                "token",
                                new TokenRequests(settings, Clock.systemUTC()));
        Reviews.addTo(answers, tokens, authorizer, rules(options, rbac), Clock.systemUTC());
        return new Access(
                new RequestAuthenticator(authenticators, options.flags().bool("anonymous-auth")),
                authorizer,
                answers);
    }

    private static TokenSettings tokenSettings(ApiServerOptions options) throws IOException {
        return new TokenSettings(
                options.flags().text("service-account-issuer"),
                options.flags().list("api-audiences"),
                TokenKeys.read(
                        options.file("service-account-signing-key-file"),
                        options.flags().list("service-account-key-file").stream()
                                .map(Path::of)
                                .toList()));
    }

    private static BearerTokens tokens(
            ApiServerOptions options, TokenSettings settings, ObjectStorages storages)
            throws IOException {
        List<TokenAuthenticator> kinds = new ArrayList<>();
        Optional<Path> file = options.file("token-auth-file");
        if (file.isPresent()) {
            kinds.add(StaticTokens.read(file.get(), settings.apiAudiences()));
        }
        kinds.add(
                new ServiceAccountTokens(
                        settings, new StoredTokenObjects(storages), Clock.systemUTC()));
        return new BearerTokens(kinds, settings.apiAudiences());
    }

    private static Authorizer authorizer(ApiServerOptions options, Authorizer rbac) {
        try {
            return new Authorizers(Modes.of(options.flags().list("authorization-mode"), rbac));
        } catch (IllegalArgumentException e) {
            throw new FlagException(String.valueOf(e.getMessage()));
        }
    }

    private static RuleResolver rules(ApiServerOptions options, RuleResolver rbac) {
        List<RuleResolver> resolvers = new ArrayList<>();
        for (String mode : options.flags().list("authorization-mode")) {
            if (mode.equals("RBAC")) {
                resolvers.add(rbac);
            } else if (mode.equals("AlwaysAllow")) {
                resolvers.add(RuleResolver.EVERYTHING);
            }
        }
        return RuleResolver.all(resolvers);
    }
}
