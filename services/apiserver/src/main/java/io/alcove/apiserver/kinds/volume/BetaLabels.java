package io.alcove.apiserver.kinds.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.JsonValues;
import java.util.Map;

/** Node labels that got other names: a volume may go over to the newer ones. */
final class BetaLabels {

    private static final Map<String, String> STABLE =
            Map.of(
                    "failure-domain.beta.kubernetes.io/zone",
                    "topology.kubernetes.io/zone",
                    "failure-domain.beta.kubernetes.io/region",
                    "topology.kubernetes.io/region",
                    "beta.kubernetes.io/os",
                    "kubernetes.io/os",
                    "beta.kubernetes.io/arch",
                    "kubernetes.io/arch",
                    "beta.kubernetes.io/instance-type",
                    "node.kubernetes.io/instance-type");

    private BetaLabels() {}

    static boolean isSame(JsonNode affinity, JsonNode old) {
        JsonNode masked = old.deepCopy();
        JsonNode terms = masked.path("required").path("nodeSelectorTerms");
        for (int i = 0; i < terms.size(); i++) {
            JsonNode now =
                    affinity.path("required")
                            .path("nodeSelectorTerms")
                            .path(i)
                            .path("matchExpressions");
            JsonNode before = terms.get(i).path("matchExpressions");
            for (int j = 0; j < before.size(); j++) {
                String key = before.get(j).path("key").asText("");
                String newer = now.path(j).path("key").asText("");
                if (newer.equals(STABLE.get(key))) {
                    ((ObjectNode) before.get(j)).put("key", newer);
                }
            }
        }
        return JsonValues.equal(affinity, masked);
    }
}
