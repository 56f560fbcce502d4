package io.alcove.apiserver.grpc;

import com.google.protobuf.UnsafeByteOperations;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.pipeline.AccessControl;
import io.alcove.apiserver.pipeline.InFlightLimit;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.registry.RequestBody;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.client.channel.StatusTrailer;
import io.alcove.proto.objects.v1.CreateRequest;
import io.alcove.proto.objects.v1.DeleteCollectionRequest;
import io.alcove.proto.objects.v1.DeleteReply;
import io.alcove.proto.objects.v1.DeleteRequest;
import io.alcove.proto.objects.v1.GetRequest;
import io.alcove.proto.objects.v1.ListChunk;
import io.alcove.proto.objects.v1.ListRequest;
import io.alcove.proto.objects.v1.Object;
import io.alcove.proto.objects.v1.ObjectsGrpc;
import io.alcove.proto.objects.v1.PatchRequest;
import io.alcove.proto.objects.v1.UpdateRequest;
import io.alcove.proto.objects.v1.WatchEvent;
import io.alcove.proto.objects.v1.WatchRequest;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jboss.logging.Logger;

/** The second door: the same pipeline and registry as REST. */
public final class ObjectsService extends ObjectsGrpc.ObjectsImplBase {

    private static final Logger LOG = Logger.getLogger(ObjectsService.class);

    private final AccessControl access;
    private final InFlightLimit limit;
    private final Registry registry;

    public ObjectsService(AccessControl access, InFlightLimit limit, Registry registry) {
        this.access = access;
        this.limit = limit;
        this.registry = registry;
    }

    @Override
    public void get(GetRequest request, StreamObserver<Object> reply) {
        RequestInfo info =
                GrpcRequests.info(
                        "get",
                        request.getResource(),
                        request.getSubresource(),
                        request.getName().getNamespace(),
                        request.getName().getName());
        unary(
                info,
                reply,
                context ->
                        GrpcRequests.object(registry.get(context, request.getResourceVersion())));
    }

    @Override
    public void create(CreateRequest request, StreamObserver<Object> reply) {
        RequestInfo info =
                GrpcRequests.info(
                        "create",
                        request.getResource(),
                        request.getSubresource(),
                        request.getNamespace(),
                        request.getName());
        unary(
                info,
                reply,
                context ->
                        GrpcRequests.object(
                                registry.create(
                                                context,
                                                RequestBody.json(request.getJson().toByteArray()),
                                                GrpcRequests.writeOptions(
                                                        request.getOptions(), null))
                                        .object()));
    }

    @Override
    public void update(UpdateRequest request, StreamObserver<Object> reply) {
        RequestInfo info =
                GrpcRequests.info(
                        "update",
                        request.getResource(),
                        request.getSubresource(),
                        request.getName().getNamespace(),
                        request.getName().getName());
        unary(
                info,
                reply,
                context ->
                        GrpcRequests.object(
                                registry.update(
                                                context,
                                                RequestBody.json(request.getJson().toByteArray()),
                                                GrpcRequests.writeOptions(
                                                        request.getOptions(), null))
                                        .object()));
    }

    @Override
    public void patch(PatchRequest request, StreamObserver<Object> reply) {
        RequestInfo info =
                GrpcRequests.info(
                        "patch",
                        request.getResource(),
                        request.getSubresource(),
                        request.getName().getNamespace(),
                        request.getName().getName());
        boolean apply = request.getType() == PatchRequest.Type.APPLY;
        var type = GrpcRequests.patchType(request.getType());
        unary(
                info,
                reply,
                context ->
                        GrpcRequests.object(
                                registry.patch(
                                                context,
                                                type,
                                                new RequestBody(
                                                        request.getPatch().toByteArray(),
                                                        type.mediaType()),
                                                GrpcRequests.writeOptions(
                                                        request.getOptions(),
                                                        apply
                                                                ? Boolean.valueOf(
                                                                        request.getForce())
                                                                : null))
                                        .object()));
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<DeleteReply> reply) {
        RequestInfo info =
                GrpcRequests.info(
                        "delete",
                        request.getResource(),
                        "",
                        request.getName().getNamespace(),
                        request.getName().getName());
        unary(
                info,
                reply,
                context ->
                        deleted(
                                registry.delete(
                                                context,
                                                GrpcRequests.deleteOptions(request.getOptions()))
                                        .json()));
    }

    @Override
    public void deleteCollection(
            DeleteCollectionRequest request, StreamObserver<DeleteReply> reply) {
        RequestInfo info =
                GrpcRequests.info(
                        "deletecollection", request.getResource(), "", request.getNamespace(), "");
        unary(
                info,
                reply,
                context -> {
                    registry.deleteCollection(
                            context,
                            GrpcRequests.deleteOptions(request.getOptions()),
                            GrpcRequests.selection(request.getSelectors()));
                    return deleted(
                            "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"metadata\":{},\"status\":\"Success\"}"
                                    .getBytes(StandardCharsets.US_ASCII));
                });
    }

    @Override
    public void list(ListRequest request, StreamObserver<ListChunk> reply) {
        RequestInfo info =
                GrpcRequests.info("list", request.getResource(), "", request.getNamespace(), "");
        streamed(
                info,
                reply,
                (context, sender) ->
                        ListChunks.send(
                                registry.list(context, GrpcRequests.listOptions(request)),
                                request.getMetadataOnly(),
                                sender));
    }

    @Override
    public void watch(WatchRequest request, StreamObserver<WatchEvent> reply) {
        RequestInfo info =
                GrpcRequests.info("watch", request.getResource(), "", request.getNamespace(), "");
        streamed(
                info,
                reply,
                (context, sender) ->
                        WatchEvents.send(
                                registry.watch(context, GrpcRequests.watchOptions(request)),
                                request.getMetadataOnly(),
                                sender));
    }

    private static DeleteReply deleted(byte[] json) {
        return DeleteReply.newBuilder().setJson(UnsafeByteOperations.unsafeWrap(json)).build();
    }

    private <T> void unary(
            RequestInfo info, StreamObserver<T> reply, Function<RequestContext, T> action) {
        try {
            T answer = inPipeline(info, action);
            reply.onNext(answer);
            reply.onCompleted();
        } catch (RuntimeException e) {
            reply.onError(failure(info, e));
        }
    }

    private interface Streaming<T> {
        void run(RequestContext context, StreamSender<T> sender) throws InterruptedException;
    }

    private <T> void streamed(RequestInfo info, StreamObserver<T> reply, Streaming<T> action) {
        StreamSender<T> sender = new StreamSender<>((ServerCallStreamObserver<T>) reply);
        try {
            inPipeline(
                    info,
                    context -> {
                        // the stream outlives this call: its events go on by a thread of their own
                        Thread.ofVirtual()
                                .name("grpc-" + info.verb())
                                .start(() -> stream(info, context, sender, action));
                        return Boolean.TRUE;
                    });
        } catch (RuntimeException e) {
            reply.onError(failure(info, e));
        }
    }

    private static <T> void stream(
            RequestInfo info, RequestContext context, StreamSender<T> sender, Streaming<T> action) {
        try {
            action.run(context, sender);
            sender.complete();
        } catch (StreamSender.Gone _) {
            // nobody is left to tell
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            sender.fail(failure(info, e));
        }
    }

    private <T> T inPipeline(RequestInfo info, Function<RequestContext, T> action) {
        UserInfo user = access.authenticate(CallerIdentity.current());
        try (InFlightLimit.Permit _ = limit.enter(info)) {
            access.authorize(user, info);
            return action.apply(new RequestContext(user, info, user.name(), _ -> {}));
        }
    }

    private static RuntimeException failure(RequestInfo info, RuntimeException failure) {
        if (failure instanceof StatusException status) {
            return StatusTrailer.toGrpc(status);
        }
        if (failure instanceof StoreException lost) {
            LOG.errorf(failure, "store failed path=%s", info.path());
            return StatusTrailer.toGrpc(new StatusException(lost.status()));
        }
        LOG.errorf(failure, "request failed path=%s", info.path());
        return Status.INTERNAL.withDescription("an error on the server").asRuntimeException();
    }
}
