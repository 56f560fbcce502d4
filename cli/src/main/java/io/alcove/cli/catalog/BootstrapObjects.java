package io.alcove.cli.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.facts.Facts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The objects that a fresh kube-apiserver makes for itself. */
final class BootstrapObjects {

    private static final List<String> NAMESPACES =
            List.of("default", "kube-node-lease", "kube-public", "kube-system");
    private static final String RBAC = "rbac.authorization.k8s.io/v1";
    private static final Map<String, String> LISTS =
            Map.of(
                    "clusterroles", RBAC,
                    "clusterrolebindings", RBAC,
                    "roles", RBAC,
                    "rolebindings", RBAC,
                    "priorityclasses", "scheduling.k8s.io/v1",
                    "flowschemas", "flowcontrol.apiserver.k8s.io/v1",
                    "prioritylevelconfigurations", "flowcontrol.apiserver.k8s.io/v1");
    private static final Set<String> KEPT_METADATA =
            Set.of("name", "namespace", "labels", "annotations");

    private BootstrapObjects() {}

    static Facts of(LiveServer server) {
        Facts facts = new Facts();
        for (String name : NAMESPACES) {
            ObjectNode namespace = JsonNodeFactory.instance.objectNode();
            namespace.put("apiVersion", "v1").put("kind", "Namespace");
            namespace.putObject("metadata").put("name", name);
            facts.put("namespace", name, namespace.toString());
        }
        Map<String, ObjectNode> objects = new TreeMap<>();
        LISTS.forEach((resource, apiVersion) -> list(server, apiVersion, resource, objects));
        objects.keySet().forEach(key -> aggregate(key, objects));
        objects.forEach(
                (key, object) -> facts.put("object", key, SortedJson.of(object).toString()));
        return facts;
    }

    private static void list(
            LiveServer server, String apiVersion, String resource, Map<String, ObjectNode> into) {
        JsonNode list = server.get(ApiPath.of(apiVersion) + "/" + resource);
        String listKind = list.path("kind").asText();
        String kind = listKind.substring(0, listKind.length() - "List".length());
        for (JsonNode item : list.path("items")) {
            if (item instanceof ObjectNode object && isBootstrap(apiVersion, object)) {
                JsonNode metadata = object.path("metadata");
                String namespace = metadata.path("namespace").asText();
                String name = metadata.path("name").asText();
                String key = kind + " " + (namespace.isEmpty() ? name : namespace + "/" + name);
                into.put(key, bare(object.put("apiVersion", apiVersion).put("kind", kind)));
            }
        }
    }

    /** Roles are marked; of the others a fresh server has none but its own. */
    private static boolean isBootstrap(String apiVersion, ObjectNode object) {
        String mark =
                object.path("metadata").path("labels").path("kubernetes.io/bootstrapping").asText();
        return !apiVersion.equals(RBAC) || mark.equals("rbac-defaults");
    }

    private static ObjectNode bare(ObjectNode object) {
        object.remove("status");
        ((ObjectNode) object.path("metadata")).retain(KEPT_METADATA);
        return object;
    }

    /** Fills a role that is made of others, as the controller does that may not be running. */
    private static void aggregate(String key, Map<String, ObjectNode> objects) {
        ObjectNode role = objects.get(key);
        if (role == null) {
            return;
        }
        JsonNode selectors = role.path("aggregationRule").path("clusterRoleSelectors");
        if (selectors.isEmpty()) {
            return;
        }
        Set<JsonNode> rules = new LinkedHashSet<>();
        for (JsonNode selector : selectors) {
            JsonNode labels = selector.path("matchLabels");
            objects.forEach(
                    (other, object) -> {
                        if (!other.equals(key) && isSelected(object, labels)) {
                            aggregate(other, objects);
                            object.path("rules").forEach(rules::add);
                        }
                    });
        }
        ArrayNode array = role.putArray("rules");
        rules.forEach(array::add);
    }

    private static boolean isSelected(ObjectNode object, JsonNode labels) {
        JsonNode own = object.path("metadata").path("labels");
        return object.path("kind").asText().equals("ClusterRole")
                && labels.properties().stream()
                        .allMatch(e -> own.path(e.getKey()).equals(e.getValue()));
    }
}
