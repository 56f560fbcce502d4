package io.alcove.controllermanager.namespace;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionResource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one round of deletions left in a namespace, and which of them failed. */
final class Remains {

    private final SortedMap<String, Integer> resources = new TreeMap<>();
    private final SortedMap<String, Integer> finalizers = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    void add(GroupVersionResource resource, Collection<ApiObject> objects) {
        if (objects.isEmpty()) {
            return;
        }
        resources.put(resource.resource() + "." + resource.group(), objects.size());
        for (ApiObject object : objects) {
            object.finalizers().forEach(f -> finalizers.merge(f, 1, Integer::sum));
        }
    }

    void failed(String message) {
        failures.add(message);
        Collections.sort(failures);
    }

    boolean isEmpty() {
        return resources.isEmpty() && failures.isEmpty();
    }

    boolean hasContent() {
        return !resources.isEmpty();
    }

    /** How many objects of each "resource.group" are left. */
    SortedMap<String, Integer> resources() {
        return Collections.unmodifiableSortedMap(resources);
    }

    SortedMap<String, Integer> finalizers() {
        return Collections.unmodifiableSortedMap(finalizers);
    }

    List<String> failures() {
        return List.copyOf(failures);
    }
}
