package io.alcove.apiserver.kinds.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.List;

/** The template of a Job changes only while no pod was made of it. */
final class JobTemplateRules {

    private static final String TEMPLATE = "*ocore.PodTemplateSpec";

    private JobTemplateRules() {}

    static void checkUpdate(Inspection spec, ApiObject old) {
        Inspection template = spec.field("template");
        JsonNode before = old.at("spec", "template");
        if (template.isSame(before)) {
            return;
        }
        if (!isOpen(old)) {
            template.immutable(before, TEMPLATE);
            return;
        }
        ObjectNode munged = before.deepCopy();
        takeScheduling(template.node(), munged);
        takeResources(template.node().path("spec"), munged.path("spec"));
        spec.field("template.spec", template.node().path("spec"))
                .immutable(munged.path("spec"), "ocore.PodSpec");
    }

    private static boolean isOpen(ApiObject old) {
        JsonNode status = old.at("status");
        boolean stopped =
                !status.has("startTime") || JobValidation.isConditionTrue(status, "Suspended");
        return old.at("spec", "suspend").asBoolean()
                && stopped
                && status.path("active").asLong() == 0;
    }

    private static void takeScheduling(JsonNode now, ObjectNode munged) {
        ObjectNode spec = munged.withObject("/spec");
        JsonNode pod = now.path("spec");
        takeNodeAffinity(pod, spec);
        for (String field : List.of("nodeSelector", "tolerations", "schedulingGates")) {
            take(pod, spec, field);
        }
    }

    private static void takeNodeAffinity(JsonNode pod, ObjectNode spec) {
        JsonNode affinity = pod.path("affinity").path("nodeAffinity");
        if (pod.path("affinity").isObject()) {
            ObjectNode old = spec.withObject("/affinity");
            take(pod.path("affinity"), old, "nodeAffinity");
        } else if (spec.get("affinity") instanceof ObjectNode old) {
            old.remove("nodeAffinity");
            if (old.isEmpty() && affinity.isMissingNode()) {
                spec.remove("affinity");
            }
        }
    }

    private static void takeResources(JsonNode pod, JsonNode munged) {
        for (String list : List.of("containers", "initContainers")) {
            JsonNode containers = pod.path(list);
            if (containers.size() != munged.path(list).size()) {
                continue;
            }
            for (int i = 0; i < containers.size(); i++) {
                ObjectNode old = (ObjectNode) munged.path(list).get(i);
                if (containers.get(i).path("name").equals(old.path("name"))) {
                    take(containers.get(i), old, "resources");
                }
            }
        }
    }

    private static void take(JsonNode from, ObjectNode to, String field) {
        if (from.has(field)) {
            to.set(field, from.get(field));
        } else {
            to.remove(field);
        }
    }
}
