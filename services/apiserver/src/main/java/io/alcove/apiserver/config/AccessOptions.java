package io.alcove.apiserver.config;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apiserver.authentication.BearerTokens;
import io.alcove.apiserver.authorization.Authorizer;
import io.alcove.apiserver.authorization.rbac.GrantRules;
import io.alcove.apiserver.authorization.rbac.RbacAuthorizer;
import io.alcove.apiserver.pipeline.Access;
import io.alcove.apiserver.pipeline.AccessControl;
import io.alcove.apiserver.pipeline.PublishedDocument;
import io.alcove.apiserver.registry.VirtualResources;
import io.alcove.apiserver.review.Reviews;
import io.alcove.apiserver.serviceaccount.IssuerDocuments;
import io.alcove.apiserver.serviceaccount.TokenRequests;
import io.alcove.apiserver.serviceaccount.TokenSettings;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Access as the flags ask for it. */
public final class AccessOptions {

    private static final String MAX_AGE = "public, max-age=3600";

    private AccessOptions() {}

    /**
     * @throws FlagException where a flag asks for what is not built
     * @throws IOException where a file cannot be read
     */
    public static AccessControl build(ApiServerOptions options, ObjectStorages storages)
            throws IOException {
        AuthenticationOptions.Built authentication = AuthenticationOptions.build(options, storages);
        BearerTokens tokens = authentication.tokens();
        RbacAuthorizer rbac = new RbacAuthorizer(storages);
        AuthorizationOptions.Built authorization =
                AuthorizationOptions.build(options, storages, rbac);
        Authorizer authorizer = authorization.authorizer();
        VirtualResources answers =
                new VirtualResources()
                        .with(
                                new GroupResource("", "serviceaccounts"),
                                "token",
                                new TokenRequests(authentication.settings(), Clock.systemUTC()));
        Reviews.addTo(answers, tokens, authorizer, authorization.rules(), Clock.systemUTC());
        return new Access(
                authentication.requests(),
                authorizer,
                new GrantRules(rbac, authorizer),
                answers,
                documents(options, authentication.settings()),
                authentication.onStart());
    }

    private static List<PublishedDocument> documents(
            ApiServerOptions options, TokenSettings settings) {
        Flags flags = options.flags();
        String host =
                flags.isSet("external-hostname")
                        ? flags.text("external-hostname")
                        : options.advertiseAddress();
        Optional<String> keysUri =
                flags.isSet("service-account-jwks-uri")
                        ? Optional.of(flags.text("service-account-jwks-uri"))
                        : Optional.empty();
        return IssuerDocuments.of(settings, keysUri, host + ":" + flags.text("secure-port"))
                .map(
                        documents ->
                                List.of(
                                        new PublishedDocument(
                                                IssuerDocuments.CONFIGURATION_PATH,
                                                "application/json",
                                                MAX_AGE,
                                                documents.configuration()),
                                        new PublishedDocument(
                                                IssuerDocuments.KEYS_PATH,
                                                "application/jwk-set+json",
                                                MAX_AGE,
                                                documents.keys())))
                .orElse(List.of());
    }
}
