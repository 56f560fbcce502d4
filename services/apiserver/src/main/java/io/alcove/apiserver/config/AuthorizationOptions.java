package io.alcove.apiserver.config;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.authentication.WatchedFile;
import io.alcove.apiserver.authorization.Authorizer;
import io.alcove.apiserver.authorization.Authorizers;
import io.alcove.apiserver.authorization.Modes;
import io.alcove.apiserver.authorization.node.NodeAuthorizer;
import io.alcove.apiserver.authorization.rbac.PolicyRule;
import io.alcove.apiserver.authorization.rbac.RbacAuthorizer;
import io.alcove.apiserver.authorization.rbac.RuleResolver;
import io.alcove.apiserver.authorization.webhook.MatchConditions;
import io.alcove.apiserver.authorization.webhook.WebhookAuthorizer;
import io.alcove.apiserver.bootstrap.Bootstrap;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.alcove.apiserver.webhook.WebhookClient;
import io.alcove.apiserver.webhook.WebhookTarget;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The authorizers that the flags ask for. */
final class AuthorizationOptions {

    private static final String NODE_ROLE = "system:node";

    private static final Duration WEBHOOK_TIMEOUT = Duration.ofSeconds(30);

    private AuthorizationOptions() {}

    /**
     * @param rules for SelfSubjectRulesReview
     */
    record Built(Authorizer authorizer, RuleResolver rules) {}

    /**
     * @throws IOException where a file cannot be read
     */
    static Built build(ApiServerOptions options, ObjectStorages storages, RbacAuthorizer rbac)
            throws IOException {
        NodeAuthorizer node =
                new NodeAuthorizer(storages, nodeRules(options.flags().text("kubernetes-version")));
        Map<String, Authorizer> made = new HashMap<>(Map.of("RBAC", rbac, "Node", node));
        Optional<Path> file = options.file("authorization-config");
        if (file.isPresent()) {
            return byFile(options, file.get(), made);
        }
        List<String> modes = options.flags().list("authorization-mode");
        if (modes.contains("Webhook")) {
            made.put("Webhook", webhook(options));
        }
        try {
            return built(modes, made);
        } catch (IllegalArgumentException e) {
            throw new FlagException(String.valueOf(e.getMessage()));
        }
    }

    /** The file is followed while the server runs; where it is wrong, the last good one holds. */
    private static Built byFile(ApiServerOptions options, Path file, Map<String, Authorizer> made) {
        if (options.flags().isSet("authorization-webhook-config-file")) {
            throw new FlagException(
                    "--authorization-config can not be specified when --authorization-mode or --authorization-webhook-* flags are defined");
        }
        try {
            WatchedFile<Built> watched =
                    new WatchedFile<>(
                            file,
                            content -> {
                                AuthorizationConfiguration configuration =
                                        AuthorizationConfiguration.read(content);
                                Map<String, Authorizer> all = new HashMap<>(made);
                                all.putAll(configuration.webhooks());
                                return built(configuration.modes(), all);
                            });
            return new Built(
                    (user, request) -> watched.current().authorizer().authorize(user, request),
                    (user, namespace) -> watched.current().rules().rules(user, namespace));
        } catch (IOException e) {
            throw new FlagException("--authorization-config: " + e.getMessage());
        }
    }

    private static Built built(List<String> modes, Map<String, Authorizer> made) {
        List<Authorizer> all = Modes.of(modes, made);
        List<RuleResolver> resolvers = new ArrayList<>();
        for (Authorizer authorizer : all) {
            if (authorizer instanceof RuleResolver resolver) {
                resolvers.add(resolver);
            }
        }
        if (modes.contains("AlwaysAllow")) {
            resolvers.add(RuleResolver.EVERYTHING);
        }
        return new Built(new Authorizers(all), RuleResolver.all(resolvers));
    }

    private static WebhookAuthorizer webhook(ApiServerOptions options) throws IOException {
        Flags flags = options.flags();
        Path file =
                options.file("authorization-webhook-config-file")
                        .orElseThrow(
                                () ->
                                        new FlagException(
                                                "authorization-mode Webhook's authorization config file not passed"));
        return new WebhookAuthorizer(
                new WebhookClient(WebhookTarget.read(file), WEBHOOK_TIMEOUT),
                new WebhookAuthorizer.Settings(
                        flags.text("authorization-webhook-version"),
                        flags.duration("authorization-webhook-cache-authorized-ttl"),
                        flags.duration("authorization-webhook-cache-unauthorized-ttl"),
                        false,
                        MatchConditions.ALL));
    }

    private static List<PolicyRule> nodeRules(String minor) {
        return Bootstrap.objects(minor).stream()
                .filter(object -> object.groupVersionKind().kind().equals("ClusterRole"))
                .filter(role -> role.name().equals(NODE_ROLE))
                .map(ApiObject::node)
                .flatMap(role -> PolicyRule.list(role.path("rules")).stream())
                .toList();
    }
}
