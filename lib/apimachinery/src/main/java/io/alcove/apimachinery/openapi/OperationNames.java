package io.alcove.apimachinery.openapi;

import io.alcove.apimachinery.catalog.ResourceType;
import java.util.Locale;

/** How upstream names operations: {@code listAppsV1NamespacedDeployment}. */
final class OperationNames {

    private OperationNames() {}

    /** {@code apps_v1}: what the operations of a version are tagged with. */
    static String tag(String group, String version) {
        String camel = groupWord(group);
        return camel.substring(0, 1).toLowerCase(Locale.ROOT) + camel.substring(1) + "_" + version;
    }

    static String of(Action action, ResourceType type, boolean namespaced, String suffix) {
        String collection = action == Action.DELETE_COLLECTION ? "Collection" : "";
        return action.prefix() + prefixed(type, collection, namespaced) + suffix;
    }

    static String connect(String method, ResourceType type, String subresource) {
        return "connect"
                + prefixed(type, capitalized(method), type.namespaced())
                + capitalized(subresource);
    }

    static String capitalized(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String prefixed(ResourceType type, String middle, boolean namespaced) {
        return groupWord(type.resource().group())
                + capitalized(type.resource().version())
                + middle
                + (namespaced ? "Namespaced" : "")
                + type.kind().kind();
    }

    private static String groupWord(String group) {
        if (group.isEmpty()) {
            return "Core";
        }
        StringBuilder word = new StringBuilder();
        String name =
                group.endsWith(".k8s.io")
                        ? group.substring(0, group.length() - ".k8s.io".length())
                        : group;
        for (String part : name.split("[.-]", -1)) {
            word.append(capitalized(part));
        }
        return word.toString();
    }
}
