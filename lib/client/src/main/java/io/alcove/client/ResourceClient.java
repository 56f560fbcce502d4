package io.alcove.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.proto.objects.v1.CreateRequest;
import io.alcove.proto.objects.v1.DeleteCollectionRequest;
import io.alcove.proto.objects.v1.DeleteRequest;
import io.alcove.proto.objects.v1.GetRequest;
import io.alcove.proto.objects.v1.Name;
import io.alcove.proto.objects.v1.PatchRequest;
import io.alcove.proto.objects.v1.Resource;
import io.alcove.proto.objects.v1.Selectors;
import io.alcove.proto.objects.v1.UpdateRequest;
import io.alcove.proto.objects.v1.WatchRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** The objects of one resource in one version. */
public final class ResourceClient {

    private final Calls calls;
    private final GroupVersionResource type;
    private final Resource resource;

    ResourceClient(Calls calls, GroupVersionResource type) {
        this.calls = calls;
        this.type = type;
        this.resource =
                Resource.newBuilder()
                        .setGroup(type.group())
                        .setVersion(type.version())
                        .setResource(type.resource())
                        .build();
    }

    public GroupVersionResource type() {
        return type;
    }

    /** The newest version of an object. */
    public ApiObject get(ObjectName name) {
        GetRequest request =
                GetRequest.newBuilder().setResource(resource).setName(proto(name)).build();
        return object(calls.unary("get", stub -> stub.get(request)).getJson());
    }

    /** As {@link #get}, but empty where there is no such object. */
    public Optional<ApiObject> find(ObjectName name) {
        try {
            return Optional.of(get(name));
        } catch (StatusException e) {
            if (e.is(StatusReason.NOT_FOUND)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** All objects that the query takes, in one revision, the newest. */
    public ObjectList list(ListQuery query) {
        return list(query, "");
    }

    /**
     * As {@link #list(ListQuery)}; a resourceVersion of "0" takes whatever revision the server has
     * at hand. Read page by page, so that neither side holds more than one in flight.
     */
    public ObjectList list(ListQuery query, String resourceVersion) {
        return new Pages(calls, resource).read(query, resourceVersion);
    }

    /**
     * Changes after a revision. With "" or "0" the present objects come first, as ADDED.
     *
     * @param deadline when the stream ends at the latest
     */
    public WatchStream watch(ListQuery query, String resourceVersion, Duration deadline) {
        WatchRequest request =
                WatchRequest.newBuilder()
                        .setResource(resource)
                        .setNamespace(query.namespace())
                        .setSelectors(selectors(query))
                        .setMetadataOnly(query.metadataOnly())
                        .setResourceVersion(resourceVersion)
                        .setAllowBookmarks(true)
                        .build();
        return new WatchStream(calls, request, deadline);
    }

    /** Creates in the object's own namespace; its name may come from generateName. */
    public ApiObject create(ApiObject object) {
        CreateRequest request =
                CreateRequest.newBuilder()
                        .setResource(resource)
                        .setNamespace(object.namespace())
                        .setJson(bytes(object))
                        .setOptions(calls.writeOptions())
                        .build();
        return object(calls.unary("create", stub -> stub.create(request)).getJson());
    }

    /** Posts to a subresource: a Binding to "binding", a TokenRequest to "token". */
    public ApiObject create(ObjectName owner, String subresource, ApiObject object) {
        CreateRequest request =
                CreateRequest.newBuilder()
                        .setResource(resource)
                        .setNamespace(owner.namespace())
                        .setName(owner.name())
                        .setSubresource(subresource)
                        .setJson(bytes(object))
                        .setOptions(calls.writeOptions())
                        .build();
        return object(calls.unary("create", stub -> stub.create(request)).getJson());
    }

    /** Writes a whole object; a resourceVersion that is not the newest is a conflict. */
    public ApiObject update(ApiObject object) {
        return update(object, "");
    }

    public ApiObject updateStatus(ApiObject object) {
        return update(object, "status");
    }

    /** Writes a subresource of the object: "status", "scale", "finalize". */
    public ApiObject update(ApiObject object, String subresource) {
        UpdateRequest request =
                UpdateRequest.newBuilder()
                        .setResource(resource)
                        .setName(proto(object.objectName()))
                        .setSubresource(subresource)
                        .setJson(bytes(object))
                        .setOptions(calls.writeOptions())
                        .build();
        return object(calls.unary("update", stub -> stub.update(request)).getJson());
    }

    public ApiObject patch(ObjectName name, PatchType patchType, JsonNode patch) {
        return patch(name, "", patchType, patch);
    }

    public ApiObject patch(
            ObjectName name, String subresource, PatchType patchType, JsonNode patch) {
        return patch(request(name, subresource, patchType.type(), patch));
    }

    /**
     * Server-side apply under this client's field manager.
     *
     * @param force take over fields that other managers own, instead of a conflict
     */
    public ApiObject apply(ApiObject object, String subresource, boolean force) {
        return patch(
                request(object.objectName(), subresource, PatchRequest.Type.APPLY, object.node())
                        .setForce(force));
    }

    /** Deletes, or marks for deletion where finalizers or a grace period hold the object. */
    public void delete(ObjectName name, DeleteOptions options) {
        DeleteRequest request =
                DeleteRequest.newBuilder()
                        .setResource(resource)
                        .setName(proto(name))
                        .setOptions(options.toProto())
                        .build();
        calls.unary("delete", stub -> stub.delete(request));
    }

    public void deleteCollection(ListQuery query, DeleteOptions options) {
        DeleteCollectionRequest request =
                DeleteCollectionRequest.newBuilder()
                        .setResource(resource)
                        .setNamespace(query.namespace())
                        .setSelectors(selectors(query))
                        .setOptions(options.toProto())
                        .build();
        calls.unary("deletecollection", stub -> stub.deleteCollection(request));
    }

    static Selectors selectors(ListQuery query) {
        return Selectors.newBuilder()
                .setLabelSelector(query.labelSelector())
                .setFieldSelector(query.fieldSelector())
                .build();
    }

    private PatchRequest.Builder request(
            ObjectName name, String subresource, PatchRequest.Type patchType, JsonNode patch) {
        return PatchRequest.newBuilder()
                .setResource(resource)
                .setName(proto(name))
                .setSubresource(subresource)
                .setType(patchType)
                .setPatch(ByteString.copyFrom(patch.toString().getBytes(StandardCharsets.UTF_8)))
                .setOptions(calls.writeOptions());
    }

    private ApiObject patch(PatchRequest.Builder builder) {
        PatchRequest request = builder.build();
        return object(calls.unary("patch", stub -> stub.patch(request)).getJson());
    }

    private static Name proto(ObjectName name) {
        return Name.newBuilder().setNamespace(name.namespace()).setName(name.name()).build();
    }

    private static ByteString bytes(ApiObject object) {
        return ByteString.copyFrom(object.toBytes());
    }

    private static ApiObject object(ByteString json) {
        return ApiObject.parse(json.toByteArray());
    }
}
