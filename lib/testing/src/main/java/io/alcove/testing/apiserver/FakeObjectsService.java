package io.alcove.testing.apiserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.patch.JsonPatch;
import io.alcove.apimachinery.patch.MergePatch;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.proto.objects.v1.CreateRequest;
import io.alcove.proto.objects.v1.DeleteCollectionRequest;
import io.alcove.proto.objects.v1.DeleteOptions;
import io.alcove.proto.objects.v1.DeleteReply;
import io.alcove.proto.objects.v1.DeleteRequest;
import io.alcove.proto.objects.v1.GetRequest;
import io.alcove.proto.objects.v1.ListChunk;
import io.alcove.proto.objects.v1.ListRequest;
import io.alcove.proto.objects.v1.Name;
import io.alcove.proto.objects.v1.Object;
import io.alcove.proto.objects.v1.ObjectsGrpc;
import io.alcove.proto.objects.v1.PatchRequest;
import io.alcove.proto.objects.v1.Resource;
import io.alcove.proto.objects.v1.UpdateRequest;
import io.alcove.proto.objects.v1.WatchEvent;
import io.alcove.proto.objects.v1.WatchRequest;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The fake's gRPC edge. */
final class FakeObjectsService extends ObjectsGrpc.ObjectsImplBase {

    private static final ObjectMapper JSON = new ObjectMapper();

    private @Nullable FakeObjects objects;

    void serve(FakeObjects served) {
        objects = served;
    }

    @Override
    public void get(GetRequest request, StreamObserver<Object> reply) {
        answer(
                reply,
                () -> proto(objects().get(type(request.getResource()), name(request.getName()))));
    }

    @Override
    public void list(ListRequest request, StreamObserver<ListChunk> reply) {
        answer(
                reply,
                () ->
                        objects()
                                .locked(
                                        () -> {
                                            ListChunk.Builder chunk =
                                                    ListChunk.newBuilder()
                                                            .setRevision(objects().revision());
                                            matching(
                                                            request.getResource(),
                                                            Filter.of(
                                                                    request.getNamespace(),
                                                                    request.getSelectors()
                                                                            .getLabelSelector(),
                                                                    request.getSelectors()
                                                                            .getFieldSelector()))
                                                    .forEach(o -> chunk.addItems(proto(o)));
                                            return chunk.build();
                                        }));
    }

    @Override
    public void watch(WatchRequest request, StreamObserver<WatchEvent> reply) {
        FakeWatch watch =
                new FakeWatch(
                        objects(),
                        type(request.getResource()),
                        Filter.of(
                                request.getNamespace(),
                                request.getSelectors().getLabelSelector(),
                                request.getSelectors().getFieldSelector()),
                        (ServerCallStreamObserver<WatchEvent>) reply);
        try {
            watch.run(request.getResourceVersion());
            reply.onCompleted();
        } catch (StatusException e) {
            reply.onError(GrpcErrors.toGrpc(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void create(CreateRequest request, StreamObserver<Object> reply) {
        answer(
                reply,
                () -> {
                    GroupVersionResource type = type(request.getResource());
                    ApiObject object = parse(request.getJson());
                    return switch (request.getSubresource()) {
                        case "" -> {
                            if (!request.getNamespace().isEmpty()) {
                                object.with("metadata").put("namespace", request.getNamespace());
                            }
                            yield proto(objects().create(type, object));
                        }
                        case "binding" -> {
                            ObjectName pod =
                                    new ObjectName(request.getNamespace(), request.getName());
                            objects().edit(type, pod, p -> bound(p, object));
                            yield proto(object);
                        }
                        default -> throw unsupported("subresource " + request.getSubresource());
                    };
                });
    }

    @Override
    public void update(UpdateRequest request, StreamObserver<Object> reply) {
        answer(
                reply,
                () ->
                        proto(
                                write(
                                        type(request.getResource()),
                                        request.getSubresource(),
                                        parse(request.getJson()))));
    }

    @Override
    public void patch(PatchRequest request, StreamObserver<Object> reply) {
        answer(
                reply,
                () ->
                        objects()
                                .locked(
                                        () -> {
                                            GroupVersionResource type = type(request.getResource());
                                            ObjectName name = name(request.getName());
                                            boolean apply =
                                                    request.getType() == PatchRequest.Type.APPLY;
                                            if (apply && objects().find(type, name).isEmpty()) {
                                                return proto(
                                                        objects()
                                                                .create(
                                                                        type,
                                                                        parse(request.getPatch())));
                                            }
                                            ApiObject before = objects().get(type, name);
                                            return proto(
                                                    write(
                                                            type,
                                                            request.getSubresource(),
                                                            patched(before, request)));
                                        }));
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<DeleteReply> reply) {
        answer(
                reply,
                () -> {
                    GroupVersionResource type = type(request.getResource());
                    ObjectName name = name(request.getName());
                    objects().delete(type, name, deletion(request.getOptions()));
                    return reply(objects().find(type, name).orElseGet(FakeObjectsService::success));
                });
    }

    @Override
    public void deleteCollection(
            DeleteCollectionRequest request, StreamObserver<DeleteReply> reply) {
        answer(
                reply,
                () -> {
                    GroupVersionResource type = type(request.getResource());
                    Filter filter =
                            Filter.of(
                                    request.getNamespace(),
                                    request.getSelectors().getLabelSelector(),
                                    request.getSelectors().getFieldSelector());
                    for (ApiObject object : matching(request.getResource(), filter)) {
                        objects().delete(type, object.objectName(), deletion(request.getOptions()));
                    }
                    return reply(success());
                });
    }

    private FakeObjects objects() {
        FakeObjects served = objects;
        if (served == null) {
            throw new IllegalStateException("not serving yet");
        }
        return served;
    }

    private List<ApiObject> matching(Resource resource, Filter filter) {
        return objects().list(type(resource)).stream().filter(filter::matches).toList();
    }

    private ApiObject write(GroupVersionResource type, String subresource, ApiObject object) {
        return switch (subresource) {
            case "" -> objects().update(type, object);
            case "status" -> objects().updateStatus(type, object);
            case "finalize" -> objects().finalizeSpec(type, object);
            default -> throw unsupported("subresource " + subresource);
        };
    }

    private static ApiObject patched(ApiObject before, PatchRequest request) {
        byte[] patch = request.getPatch().toByteArray();
        JsonNode after =
                switch (request.getType()) {
                    case JSON -> JsonPatch.parse(patch).apply(before.node());
                    case MERGE, APPLY ->
                            MergePatch.apply(before.node(), ApiObject.parse(patch).node());
                    case STRATEGIC_MERGE, TYPE_UNSPECIFIED, UNRECOGNIZED ->
                            throw unsupported("patch type " + request.getType());
                };
        return ApiObject.of((ObjectNode) after);
    }

    private static ApiObject bound(ApiObject pod, ApiObject binding) {
        if (!pod.text("spec", "nodeName").isEmpty()) {
            throw StatusException.conflict(
                    new GroupResource("", "pods/binding"),
                    pod.name(),
                    "pod "
                            + pod.name()
                            + " is already assigned to node \""
                            + pod.text("spec", "nodeName")
                            + "\"");
        }
        pod.with("spec").put("nodeName", binding.text("target", "name"));
        ObjectNode scheduled = pod.with("status").withArray("conditions").addObject();
        scheduled.put("type", "PodScheduled").put("status", "True");
        return pod;
    }

    private static Deletion deletion(DeleteOptions options) {
        return new Deletion(
                options.hasGracePeriodSeconds() ? options.getGracePeriodSeconds() : -1,
                options.getPropagationPolicy(),
                options.getPreconditionUid(),
                options.getPreconditionResourceVersion());
    }

    private static <T> void answer(StreamObserver<T> reply, Supplier<T> action) {
        try {
            reply.onNext(action.get());
            reply.onCompleted();
        } catch (StatusException e) {
            reply.onError(GrpcErrors.toGrpc(e));
        } catch (RuntimeException e) {
            reply.onError(GrpcErrors.toGrpc(StatusException.internal(e.toString())));
        }
    }

    private static ApiObject success() {
        ObjectNode status = JSON.createObjectNode();
        return ApiObject.of(
                status.put("kind", "Status").put("apiVersion", "v1").put("status", "Success"));
    }

    private static DeleteReply reply(ApiObject object) {
        return DeleteReply.newBuilder().setJson(ByteString.copyFrom(object.toBytes())).build();
    }

    static Object proto(ApiObject object) {
        String revision = object.resourceVersion();
        return Object.newBuilder()
                .setJson(ByteString.copyFrom(object.toBytes()))
                .setName(Name.newBuilder().setNamespace(object.namespace()).setName(object.name()))
                .setUid(object.uid())
                .setRevision(revision.isEmpty() ? 0 : Long.parseLong(revision))
                .build();
    }

    private static ApiObject parse(ByteString json) {
        try {
            return ApiObject.of((ObjectNode) JSON.readTree(json.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GroupVersionResource type(Resource resource) {
        return new GroupVersionResource(
                resource.getGroup(), resource.getVersion(), resource.getResource());
    }

    private static ObjectName name(Name name) {
        return new ObjectName(name.getNamespace(), name.getName());
    }

    private static StatusException unsupported(String what) {
        return new StatusException(
                Status.of(StatusReason.NOT_IMPLEMENTED, "the fake has no " + what));
    }
}
