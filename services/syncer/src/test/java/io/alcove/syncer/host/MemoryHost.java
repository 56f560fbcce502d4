package io.alcove.syncer.host;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** A host that keeps objects as they are applied. It defaults nothing and cannot be watched. */
public final class MemoryHost implements HostClient {

    private final Map<HostResource, Map<ObjectName, ApiObject>> objects =
            new EnumMap<>(HostResource.class);

    /** What is served beside the objects, by path. */
    public final Map<String, JsonNode> documents = new HashMap<>();

    /** Writes that were not dry runs. */
    public int writes;

    @Override
    public Optional<ApiObject> find(HostResource resource, ObjectName name) {
        return Optional.ofNullable(of(resource).get(name));
    }

    @Override
    public ApiObject apply(HostResource resource, ApiObject desired) {
        ApiObject stored = applyDryRun(resource, desired);
        of(resource).put(desired.objectName(), stored);
        writes++;
        return stored;
    }

    @Override
    public ApiObject applyDryRun(HostResource resource, ApiObject desired) {
        ApiObject stored = desired.copy();
        String uid =
                find(resource, desired.objectName())
                        .map(ApiObject::uid)
                        .orElseGet(() -> UUID.randomUUID().toString());
        stored.with("metadata").put("uid", uid);
        return stored;
    }

    /** Namespaces are not kept: every one is there. */
    @Override
    public void ensureNamespace(String name) {}

    @Override
    public ApiObject create(HostResource resource, ApiObject desired) {
        if (find(resource, desired.objectName()).isPresent()) {
            throw StatusException.alreadyExists(
                    resource.resource().groupResource(), desired.name());
        }
        return apply(resource, desired);
    }

    @Override
    public ApiObject patchSubresource(
            HostResource resource, ObjectName name, String subresource, byte[] patch) {
        throw new UnsupportedOperationException("patch of " + subresource);
    }

    @Override
    public void delete(
            HostResource resource, ObjectName name, String uid, OptionalLong gracePeriodSeconds) {
        if (of(resource).containsKey(name)) {
            of(resource).remove(name);
            writes++;
        }
    }

    @Override
    public Listing list(HostResource resource, String namespace, String labelSelector) {
        throw new UnsupportedOperationException("list");
    }

    @Override
    public Watch watch(
            HostResource resource, String namespace, String labelSelector, String revision) {
        throw new UnsupportedOperationException("watch");
    }

    @Override
    public JsonNode document(String path) {
        JsonNode document = documents.get(path);
        if (document == null) {
            throw StatusException.notFound(new GroupResource("", "documents"), path);
        }
        return document;
    }

    @Override
    public InputStream logs(ObjectName pod, String query) {
        throw new UnsupportedOperationException("logs");
    }

    private Map<ObjectName, ApiObject> of(HostResource resource) {
        return objects.computeIfAbsent(resource, _ -> new HashMap<>());
    }
}
