package io.alcove.apiserver.admission.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import java.util.ArrayList;
import java.util.List;

/** The tolerations of a pod, and how two lists of them come together. */
final class Tolerations {

    private Tolerations() {}

    static ObjectNode exists(String key, String effect) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("key", key)
                .put("operator", "Exists")
                .put("effect", effect);
    }

    static List<JsonNode> of(ApiObject pod) {
        return pod.elements("spec", "tolerations");
    }

    static void add(ApiObject pod, ObjectNode toleration) {
        pod.with("spec").withArray("tolerations").add(toleration);
    }

    static void set(ApiObject pod, List<JsonNode> tolerations) {
        pod.with("spec").putArray("tolerations").addAll(tolerations);
    }

    /** Adds it, or puts it in the place of those that differ in their seconds only. */
    static void addOrReplace(ApiObject pod, ObjectNode toleration) {
        List<JsonNode> all = new ArrayList<>();
        boolean found = false;
        for (JsonNode present : of(pod)) {
            boolean same = isSameMatch(present, toleration);
            if (same && present.equals(toleration)) {
                return;
            }
            all.add(same ? toleration : present);
            found |= same;
        }
        if (!found) {
            all.add(toleration);
        }
        set(pod, all);
    }

    private static boolean isSameMatch(JsonNode a, JsonNode b) {
        return text(a, "key").equals(text(b, "key"))
                && text(a, "effect").equals(text(b, "effect"))
                && text(a, "operator").equals(text(b, "operator"))
                && text(a, "value").equals(text(b, "value"));
    }

    /** Both, without those that another one covers. */
    static List<JsonNode> merge(List<JsonNode> first, List<JsonNode> second) {
        List<JsonNode> all = new ArrayList<>(first);
        all.addAll(second);
        List<JsonNode> merged = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            JsonNode toleration = all.get(i);
            boolean redundant =
                    merged.stream().anyMatch(other -> covers(other, toleration))
                            || all.subList(i + 1, all.size()).stream()
                                    .anyMatch(
                                            later ->
                                                    !JsonValues.equal(later, toleration)
                                                            && covers(later, toleration));
            if (!redundant) {
                merged.add(toleration);
            }
        }
        return merged;
    }

    /** Whether each is covered by one of the list; an empty list allows all. */
    static boolean allow(List<JsonNode> allowed, List<JsonNode> tolerations) {
        return allowed.isEmpty()
                || tolerations.stream()
                        .allMatch(t -> allowed.stream().anyMatch(wide -> covers(wide, t)));
    }

    private static boolean covers(JsonNode wide, JsonNode toleration) {
        if (JsonValues.equal(wide, toleration)) {
            return true;
        }
        String operator = text(wide, "operator");
        boolean anyKey = text(wide, "key").isEmpty() && operator.equals("Exists");
        if (!anyKey && !text(wide, "key").equals(text(toleration, "key"))) {
            return false;
        }
        String effect = text(wide, "effect");
        if (!effect.isEmpty() && !effect.equals(text(toleration, "effect"))) {
            return false;
        }
        if (effect.equals("NoExecute") && !lastsAsLong(wide, toleration)) {
            return false;
        }
        return switch (operator) {
            case "Exists" -> true;
            case "", "Equal" ->
                    text(toleration, "operator").equals("Equal")
                            && text(toleration, "value").equals(text(wide, "value"));
            default -> false;
        };
    }

    private static boolean lastsAsLong(JsonNode wide, JsonNode toleration) {
        JsonNode limit = wide.path("tolerationSeconds");
        JsonNode seconds = toleration.path("tolerationSeconds");
        return !limit.isNumber() || (seconds.isNumber() && seconds.asLong() <= limit.asLong());
    }

    private static String text(JsonNode toleration, String field) {
        return toleration.path(field).asText("");
    }
}
