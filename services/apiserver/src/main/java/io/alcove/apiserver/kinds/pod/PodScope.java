package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the rules of a container must know of the pod around it.
 *
 * @param isPod the spec is a pod's own rather than a template's
 * @param volumes the valid volumes by name
 * @param claims the names of spec.resourceClaims
 * @param hostUsers whether the pod shares the users of its host
 */
record PodScope(
        boolean isPod,
        Map<String, JsonNode> volumes,
        Set<String> claims,
        OptionalLong gracePeriod,
        String restartPolicy,
        boolean hostUsers) {

    static PodScope of(JsonNode spec, boolean isPod, Map<String, JsonNode> volumes) {
        Set<String> claims = spec.path("resourceClaims").isEmpty() ? Set.of() : new HashSet<>();
        for (JsonNode claim : spec.path("resourceClaims")) {
            String name = claim.path("name").asText("");
            if (!name.isEmpty()) {
                claims.add(name);
            }
        }
        JsonNode grace = spec.path("terminationGracePeriodSeconds");
        return new PodScope(
                isPod,
                volumes,
                claims,
                grace.isNumber()
                        ? OptionalLong.of(grace.asLong() < 0 ? 1 : grace.asLong())
                        : OptionalLong.empty(),
                spec.path("restartPolicy").asText(""),
                spec.path("hostUsers").asBoolean(true));
    }
}
