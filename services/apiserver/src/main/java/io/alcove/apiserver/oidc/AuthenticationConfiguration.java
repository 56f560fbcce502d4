package io.alcove.apiserver.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alcove.apiserver.authentication.AnonymousAccess;
import io.alcove.apiserver.expression.Expressions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The file of --authentication-config.
 *
 * @param anonymous empty where the file does not speak of it
 */
public record AuthenticationConfiguration(
        List<IssuerSettings> issuers, Optional<AnonymousAccess> anonymous) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> VERSIONS = Set.of("v1alpha1", "v1beta1", "v1");
    private static final String GROUP = "apiserver.config.k8s.io/";

    public AuthenticationConfiguration {
        issuers = List.copyOf(issuers);
    }

    /**
     * @param disallowed issuers that are our own
     * @throws IOException where it is not of the form, or not valid, with all that is wrong
     */
    public static AuthenticationConfiguration read(
            byte[] content, Set<String> disallowed, Expressions claims, Expressions users)
            throws IOException {
        JsonNode root = YAML.readTree(content);
        String version = root.path("apiVersion").asText("");
        if (!root.path("kind").asText("").equals("AuthenticationConfiguration")
                || !version.startsWith(GROUP)
                || !VERSIONS.contains(version.substring(GROUP.length()))) {
            throw new IOException(
                    "no kind \"%s\" is registered for version \"%s\""
                            .formatted(root.path("kind").asText(""), version));
        }
        Problems problems = new Problems();
        problems.known(root, "", Set.of("apiVersion", "kind", "jwt", "anonymous"));
        List<IssuerSettings> issuers = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < root.path("jwt").size(); i++) {
            String path = "jwt[" + i + "]";
            JsonNode entry = root.path("jwt").path(i);
            IssuerReader reader = new IssuerReader(problems, disallowed, claims, users);
            issuers.add(reader.read(entry, path));
            if (!seen.add(entry.path("issuer").path("url").asText(""))) {
                problems.add(
                        path + ".issuer.url",
                        "Duplicate value: " + entry.path("issuer").path("url"));
            }
        }
        Optional<AnonymousAccess> anonymous = anonymous(root.path("anonymous"), problems);
        problems.throwIfAny();
        return new AuthenticationConfiguration(issuers, anonymous);
    }

    private static Optional<AnonymousAccess> anonymous(JsonNode node, Problems problems) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        problems.known(node, "anonymous", Set.of("enabled", "conditions"));
        Set<String> paths = new HashSet<>();
        node.path("conditions").forEach(c -> paths.add(c.path("path").asText("")));
        boolean enabled = node.path("enabled").asBoolean();
        if (!enabled && !paths.isEmpty()) {
            problems.add(
                    "anonymous.conditions",
                    "Invalid value: enabled should be set to true when conditions are defined");
        }
        return Optional.of(new AnonymousAccess(enabled, paths));
    }
}
