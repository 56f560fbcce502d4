package io.alcove.apiserver.admission.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A PodSecurityConfiguration: what holds where labels are silent, and who is not held to it. */
record Exemptions(
        Policy defaults, Set<String> namespaces, Set<String> users, Set<String> runtimeClasses) {

    /**
     * @param configuration a missing node for none
     * @throws IllegalArgumentException where it says nothing valid
     */
    static Exemptions of(JsonNode configuration) {
        Map<String, String> labels = new HashMap<>();
        configuration
                .path("defaults")
                .properties()
                .forEach(
                        e ->
                                labels.put(
                                        "pod-security.kubernetes.io/" + e.getKey(),
                                        e.getValue().asText()));
        labels.values().removeIf(String::isEmpty);
        Policy.Parsed parsed = Policy.of(labels, Policy.PRIVILEGED);
        if (!parsed.complaints().isEmpty()) {
            throw new IllegalArgumentException(
                    "PodSecurity: defaults: " + parsed.complaints().getFirst().message());
        }
        JsonNode exemptions = configuration.path("exemptions");
        Policy policy = parsed.policy();
        return new Exemptions(
                labels.containsKey("pod-security.kubernetes.io/warn")
                        ? policy
                        : new Policy(
                                policy.enforce(),
                                policy.audit(),
                                policy.warn().with(Level.PRIVILEGED)),
                texts(exemptions.path("namespaces")),
                texts(exemptions.path("usernames")),
                texts(exemptions.path("runtimeClasses")));
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).collect(Collectors.toSet());
    }
}
