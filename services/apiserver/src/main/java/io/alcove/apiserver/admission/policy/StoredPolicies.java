package io.alcove.apiserver.admission.policy;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apiserver.admission.ClusterObjects;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * The objects of a resource, each read once and kept until it changes: policies are asked of by
 * every write, and compiling one costs more than a thousand evaluations.
 */
final class StoredPolicies<T> {

    private final ClusterObjects objects;
    private final GroupResource resource;
    private final Function<ApiObject, T> read;
    private volatile IdentityHashMap<byte[], T> known = new IdentityHashMap<>();

    StoredPolicies(ClusterObjects objects, GroupResource resource, Function<ApiObject, T> read) {
        this.objects = objects;
        this.resource = resource;
        this.read = read;
    }

    /** In the order of their names. */
    List<T> all() {
        List<byte[]> stored = objects.encoded(resource);
        if (stored.isEmpty()) {
            return List.of();
        }
        IdentityHashMap<byte[], T> before = known;
        IdentityHashMap<byte[], T> now = new IdentityHashMap<>();
        List<T> all = new ArrayList<>(stored.size());
        for (byte[] json : stored) {
            T one = before.get(json);
            if (one == null) {
                one = read.apply(ApiObject.parse(json));
            }
            now.put(json, one);
            all.add(one);
        }
        known = now;
        return all;
    }
}
