package io.alcove.syncer.mark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Labels and selectors on the host. All of a tenant's namespaces share one there, so that a
 * selector also has to ask for the tenant and the virtual namespace; and a namespace's own labels
 * stand on its pods, so that a namespace selector can be asked of pods.
 */
public final class LabelTranslation {

    private final HostNames names;

    public LabelTranslation(HostNames names) {
        this.names = names;
    }

    /** A user's label under our prefix is kept under another key, so that no mark can be forged. */
    public static String key(String virtualKey) {
        return virtualKey.startsWith(Marks.PREFIX)
                ? Marks.RENAMED_LABEL + HostNames.hash(virtualKey)
                : virtualKey;
    }

    public static String namespaceKey(String virtualKey) {
        return Marks.NAMESPACE_LABEL + HostNames.hash(virtualKey);
    }

    public static Map<String, String> labels(Map<String, String> virtualLabels) {
        Map<String, String> labels = new TreeMap<>();
        virtualLabels.forEach((key, value) -> labels.put(key(key), value));
        return labels;
    }

    public static Map<String, String> namespaceLabels(Map<String, String> labels) {
        Map<String, String> translated = new TreeMap<>();
        labels.forEach((key, value) -> translated.put(namespaceKey(key), value));
        return translated;
    }

    /** A plain map selector, as Services have, within one virtual namespace. */
    public ObjectNode mapSelector(JsonNode selector, String virtualNamespace) {
        ObjectNode translated = JsonNodeFactory.instance.objectNode();
        selector.properties().forEach(e -> translated.set(key(e.getKey()), e.getValue()));
        return translated
                .put(Marks.MANAGED_BY, names.tenant())
                .put(Marks.NAMESPACE, virtualNamespace);
    }

    /** A LabelSelector over pods of one virtual namespace. */
    public ObjectNode podSelector(JsonNode selector, String virtualNamespace) {
        ObjectNode translated = tenantSelector(selector);
        translated.withObject("matchLabels").put(Marks.NAMESPACE, virtualNamespace);
        return translated;
    }

    /** A LabelSelector over the tenant's pods wherever they are. */
    public ObjectNode tenantSelector(JsonNode selector) {
        ObjectNode translated = JsonNodeFactory.instance.objectNode();
        ObjectNode matchLabels = translated.putObject("matchLabels");
        selector.path("matchLabels")
                .properties()
                .forEach(e -> matchLabels.set(key(e.getKey()), e.getValue()));
        matchLabels.put(Marks.MANAGED_BY, names.tenant());
        ArrayNode expressions = JsonNodeFactory.instance.arrayNode();
        for (JsonNode expression : selector.path("matchExpressions")) {
            expressions.add(renamed(expression, key(expression.path("key").asText())));
        }
        if (!expressions.isEmpty()) {
            translated.set("matchExpressions", expressions);
        }
        return translated;
    }

    /** Adds the requirements of a namespace selector to a pod selector. */
    public static void addNamespaceSelector(ObjectNode podSelector, JsonNode namespaceSelector) {
        ObjectNode matchLabels = podSelector.withObject("matchLabels");
        namespaceSelector
                .path("matchLabels")
                .properties()
                .forEach(e -> matchLabels.set(namespaceKey(e.getKey()), e.getValue()));
        for (JsonNode expression : namespaceSelector.path("matchExpressions")) {
            podSelector
                    .withArray("matchExpressions")
                    .add(renamed(expression, namespaceKey(expression.path("key").asText())));
        }
    }

    /** Adds the requirement that a pod be in one of the virtual namespaces. */
    public static void addNamespaces(ObjectNode podSelector, Iterable<String> virtualNamespaces) {
        ArrayNode values =
                podSelector
                        .withArray("matchExpressions")
                        .addObject()
                        .put("key", Marks.NAMESPACE)
                        .put("operator", "In")
                        .putArray("values");
        virtualNamespaces.forEach(values::add);
    }

    private static ObjectNode renamed(JsonNode expression, String key) {
        return expression.<ObjectNode>deepCopy().put("key", key);
    }
}
