package io.alcove.apiserver.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alcove.apiserver.authorization.Authorizer;
import io.alcove.apiserver.authorization.webhook.ExpressionConditions;
import io.alcove.apiserver.authorization.webhook.WebhookAuthorizer;
import io.alcove.apiserver.expression.ExpressionException;
import io.alcove.apiserver.webhook.WebhookClient;
import io.alcove.apiserver.webhook.WebhookTarget;
import io.alcove.client.flag.GoDuration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of --authorization-config.
 *
 * @param modes in their order; a webhook's is its own
 * @param webhooks by their mode
 */
record AuthorizationConfiguration(List<String> modes, Map<String, Authorizer> webhooks) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> VERSIONS = Set.of("v1alpha1", "v1beta1", "v1");
    private static final String GROUP = "apiserver.config.k8s.io/";
    private static final Set<String> REPEATABLE = Set.of("Webhook");
    private static final Set<String> TYPES =
            Set.of("AlwaysAllow", "AlwaysDeny", "Node", "RBAC", "Webhook");
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(30);

    /**
     * @throws IOException where it is not of the form, or not valid
     */
    static AuthorizationConfiguration read(byte[] content) throws IOException {
        JsonNode root = YAML.readTree(content);
        String version = root.path("apiVersion").asText("");
        if (!root.path("kind").asText("").equals("AuthorizationConfiguration")
                || !version.startsWith(GROUP)
                || !VERSIONS.contains(version.substring(GROUP.length()))) {
            throw new IOException(
                    "no kind \"%s\" is registered for version \"%s\""
                            .formatted(root.path("kind").asText(""), version));
        }
        if (root.path("authorizers").isEmpty()) {
            throw new IOException(
                    "authorizers: Required value: at least one authorization mode must be defined");
        }
        List<String> modes = new ArrayList<>();
        Map<String, Authorizer> webhooks = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < root.path("authorizers").size(); i++) {
            JsonNode entry = root.path("authorizers").path(i);
            String path = "authorizers[" + i + "]";
            String type = type(entry, path, modes);
            String name = name(entry, path, names);
            if (type.equals("Webhook")) {
                String mode = "Webhook " + name;
                modes.add(mode);
                webhooks.put(mode, webhook(entry.path("webhook"), path + ".webhook"));
            } else {
                modes.add(type);
            }
        }
        return new AuthorizationConfiguration(modes, webhooks);
    }

    private static String type(JsonNode entry, String path, List<String> modes) throws IOException {
        String type = entry.path("type").asText("");
        if (type.isEmpty()) {
            throw new IOException(path + ".type: Required value");
        }
        if (!TYPES.contains(type)) {
            throw new IOException(
                    path
                            + ".type: Unsupported value: \""
                            + type
                            + "\": supported values: \"AlwaysAllow\", \"AlwaysDeny\", \"Node\", \"RBAC\", \"Webhook\"");
        }
        if (modes.contains(type) && !REPEATABLE.contains(type)) {
            throw new IOException(path + ".type: Duplicate value: \"" + type + "\"");
        }
        if (type.equals("Webhook") != entry.path("webhook").isObject()) {
            throw new IOException(
                    path
                            + ".webhook: "
                            + (type.equals("Webhook")
                                    ? "Required value: required when type=Webhook"
                                    : "Invalid value: may only be specified when type=Webhook"));
        }
        return type;
    }

    private static String name(JsonNode entry, String path, Set<String> names) throws IOException {
        String name = entry.path("name").asText("");
        if (name.isEmpty()) {
            throw new IOException(path + ".name: Required value");
        }
        if (!names.add(name)) {
            throw new IOException(path + ".name: Duplicate value: \"" + name + "\"");
        }
        return name;
    }

    private static WebhookAuthorizer webhook(JsonNode node, String path) throws IOException {
        Duration timeout = duration(node, path, "timeout", null);
        if (timeout.isZero() || timeout.isNegative() || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IOException(
                    path
                            + ".timeout: Invalid value: \""
                            + node.path("timeout").asText()
                            + "\": must be > 0s and <= 30s");
        }
        String version = oneOf(node, path, "subjectAccessReviewVersion", "v1", "v1beta1");
        String failure = oneOf(node, path, "failurePolicy", "NoOpinion", "Deny");
        JsonNode connection = node.path("connectionInfo");
        if (!connection.path("type").asText("").equals("KubeConfigFile")) {
            throw new IOException(path + ".connectionInfo.type: only KubeConfigFile is supported");
        }
        Path file = Path.of(connection.path("kubeConfigFile").asText(""));
        return new WebhookAuthorizer(
                new WebhookClient(WebhookTarget.read(file), timeout),
                new WebhookAuthorizer.Settings(
                        version,
                        life(node, path, "cacheAuthorizedRequests", "authorizedTTL", "5m"),
                        life(node, path, "cacheUnauthorizedRequests", "unauthorizedTTL", "30s"),
                        failure.equals("Deny"),
                        conditions(node, path)));
    }

    private static Duration life(
            JsonNode node, String path, String keeps, String field, String missing)
            throws IOException {
        return node.path(keeps).asBoolean(true)
                ? duration(node, path, field, missing)
                : Duration.ZERO;
    }

    private static ExpressionConditions conditions(JsonNode node, String path) throws IOException {
        List<String> texts = new ArrayList<>();
        node.path("matchConditions").forEach(c -> texts.add(c.path("expression").asText("")));
        if (!texts.isEmpty()) {
            var _ = oneOf(node, path, "matchConditionSubjectAccessReviewVersion", "v1");
        }
        try {
            return new ExpressionConditions(texts, AccessExpressions.REQUEST);
        } catch (ExpressionException e) {
            throw new IOException(path + ".matchConditions: Invalid value: " + e.getMessage(), e);
        }
    }

    private static String oneOf(JsonNode node, String path, String field, String... allowed)
            throws IOException {
        String value = node.path(field).asText("");
        if (value.isEmpty()) {
            throw new IOException(path + "." + field + ": Required value");
        }
        if (!List.of(allowed).contains(value)) {
            throw new IOException(
                    path
                            + "."
                            + field
                            + ": Unsupported value: \""
                            + value
                            + "\": supported values: \""
                            + String.join("\", \"", allowed)
                            + "\"");
        }
        return value;
    }

    private static Duration duration(
            JsonNode node, String path, String field, @Nullable String missing) throws IOException {
        String text = node.path(field).asText("");
        if (text.isEmpty() && missing == null) {
            throw new IOException(path + "." + field + ": Required value");
        }
        String given = text.isEmpty() && missing != null ? missing : text;
        try {
            return GoDuration.parse(given);
        } catch (IllegalArgumentException e) {
            throw new IOException(path + "." + field + ": Invalid value: \"" + given + "\"", e);
        }
    }
}
