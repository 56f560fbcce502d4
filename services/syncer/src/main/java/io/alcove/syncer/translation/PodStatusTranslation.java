package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.mark.HostNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A host pod's status as the tenant is to see it. */
public final class PodStatusTranslation {

    private static final Map<String, String> CONTAINERS_OF_STATUSES =
            Map.of(
                    "containerStatuses", "containers",
                    "initContainerStatuses", "initContainers",
                    "ephemeralContainerStatuses", "ephemeralContainers");

    private static final Set<String> TEXTS = Set.of("message", "reason");

    private final HostNames names;

    public PodStatusTranslation(HostNames names) {
        this.names = names;
    }

    public ObjectNode virtualStatus(ApiObject virtualPod, ApiObject hostPod) {
        ObjectNode status =
                hostPod.at("status") instanceof ObjectNode object
                        ? object.deepCopy()
                        : hostPod.node().objectNode();
        status.remove("resourceClaimStatuses");
        String qosClass = virtualPod.text("status", "qosClass");
        if (!qosClass.isEmpty()) {
            status.put("qosClass", qosClass);
        }
        CONTAINERS_OF_STATUSES.forEach(
                (statuses, containers) ->
                        keepOwn(status, statuses, virtualPod.at("spec", containers)));
        mergeConditions(status, virtualPod);
        mapGeneration(status, virtualPod, hostPod);
        for (JsonNode condition : status.path("conditions")) {
            mapGeneration((ObjectNode) condition, virtualPod, hostPod);
        }
        maskTexts(status, NameMask.of(virtualPod, names));
        return status;
    }

    /** What the host injected is none of the tenant's. */
    private static void keepOwn(ObjectNode status, String list, JsonNode virtualContainers) {
        if (!(status.path(list) instanceof ArrayNode statuses)) {
            return;
        }
        Set<String> own = new HashSet<>();
        virtualContainers.forEach(container -> own.add(container.path("name").asText()));
        ArrayNode kept = status.arrayNode();
        statuses.forEach(
                one -> {
                    if (own.contains(one.path("name").asText())) {
                        kept.add(one);
                    }
                });
        if (kept.isEmpty()) {
            status.remove(list);
        } else {
            status.set(list, kept);
        }
    }

    /** Conditions that only the tenant's own readiness gates know are kept. */
    private static void mergeConditions(ObjectNode status, ApiObject virtualPod) {
        Set<String> known = new HashSet<>();
        status.path("conditions").forEach(c -> known.add(c.path("type").asText()));
        Set<String> gates = new HashSet<>();
        virtualPod
                .at("spec", "readinessGates")
                .forEach(gate -> gates.add(gate.path("conditionType").asText()));
        for (JsonNode condition : virtualPod.at("status", "conditions")) {
            String type = condition.path("type").asText();
            if (gates.contains(type) && !known.contains(type)) {
                status.withArray("conditions").add(condition.deepCopy());
            }
        }
    }

    /** Each side counts its own generations. */
    private static void mapGeneration(ObjectNode holder, ApiObject virtualPod, ApiObject hostPod) {
        if (holder.has("observedGeneration")
                && holder.path("observedGeneration").longValue() == hostPod.generation()
                && virtualPod.generation() > 0) {
            holder.set("observedGeneration", virtualPod.at("metadata", "generation"));
        } else {
            holder.remove("observedGeneration");
        }
    }

    private static void maskTexts(JsonNode node, NameMask mask) {
        if (node instanceof ObjectNode object) {
            for (String field : TEXTS) {
                if (object.path(field).isTextual()) {
                    object.put(field, mask.mask(object.path(field).textValue()));
                }
            }
        }
        List<JsonNode> children = new ArrayList<>();
        node.forEach(children::add);
        children.forEach(child -> maskTexts(child, mask));
    }
}
