package io.alcove.apimachinery.catalog;

import io.alcove.apimachinery.facts.Facts;
import io.alcove.apimachinery.object.GroupVersionResource;
import java.util.HashMap;
import java.util.Map;

/**
 * The group and version that kube-apiserver stores a resource in, where that is not its own. A
 * server tells it by the hash in its discovery only.
 */
final class StorageVersions {

    private final Map<String, String> storedIn = new HashMap<>();

    static StorageVersions of(Facts facts) {
        StorageVersions versions = new StorageVersions();
        facts.section("storage")
                .forEach((resource, version) -> versions.storedIn.put(resource, version.text()));
        return versions;
    }

    /** Such as "apps/v1", which need not be served. */
    String apiVersion(GroupVersionResource resource) {
        return storedIn.getOrDefault(
                resource.apiVersion() + "/" + resource.resource(), resource.apiVersion());
    }

    /** The resource whose form the objects are stored in; that of another name is not served. */
    GroupVersionResource of(GroupVersionResource resource) {
        String stored = apiVersion(resource);
        int slash = stored.indexOf('/');
        return new GroupVersionResource(
                slash < 0 ? "" : stored.substring(0, slash),
                stored.substring(slash + 1),
                resource.resource());
    }
}
