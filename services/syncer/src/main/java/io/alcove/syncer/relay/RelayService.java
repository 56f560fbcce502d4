package io.alcove.syncer.relay;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.proto.relay.v1.AllocateServiceReply;
import io.alcove.proto.relay.v1.AllocateServiceRequest;
import io.alcove.proto.relay.v1.DescribeTypesReply;
import io.alcove.proto.relay.v1.DescribeTypesRequest;
import io.alcove.proto.relay.v1.LogsChunk;
import io.alcove.proto.relay.v1.LogsRequest;
import io.alcove.proto.relay.v1.NodePort;
import io.alcove.proto.relay.v1.OpenApiIndexReply;
import io.alcove.proto.relay.v1.OpenApiIndexRequest;
import io.alcove.proto.relay.v1.RelayGrpc;
import io.alcove.proto.relay.v1.ReleaseServiceReply;
import io.alcove.proto.relay.v1.ReleaseServiceRequest;
import io.alcove.proto.relay.v1.StreamFrame;
import io.alcove.syncer.translation.TenantNetwork;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The relay's gRPC door. Calls run on virtual threads and may block. */
public final class RelayService extends RelayGrpc.RelayImplBase {

    private static final Logger LOG = Logger.getLogger(RelayService.class);
    private static final int CHUNK = 32 * 1024;

    private final ServiceBirth births;
    private final PodLogs logs;
    private final HostTypes types;
    private final TenantNetwork network;

    public RelayService(ServiceBirth births, PodLogs logs, HostTypes types, TenantNetwork network) {
        this.births = births;
        this.logs = logs;
        this.types = types;
        this.network = network;
    }

    @Override
    public void allocateService(
            AllocateServiceRequest request, StreamObserver<AllocateServiceReply> replies) {
        answer(replies, () -> allocate(request));
    }

    @Override
    public void releaseService(
            ReleaseServiceRequest request, StreamObserver<ReleaseServiceReply> replies) {
        try {
            births.release(
                    new ObjectName(request.getNamespace(), request.getName()), request.getUid());
            replies.onNext(ReleaseServiceReply.getDefaultInstance());
            replies.onCompleted();
        } catch (RuntimeException e) {
            replies.onError(RelayErrors.of(e));
        }
    }

    @Override
    public void logs(LogsRequest request, StreamObserver<LogsChunk> replies) {
        ServerCallStreamObserver<LogsChunk> call = (ServerCallStreamObserver<LogsChunk>) replies;
        Outflow<LogsChunk> outflow = new Outflow<>(call);
        Thread.ofVirtual().name("relay-logs").start(() -> copyLog(request, call, outflow));
    }

    @Override
    public void openApiIndex(
            OpenApiIndexRequest request, StreamObserver<OpenApiIndexReply> replies) {
        answer(replies, types::index);
    }

    @Override
    public void describeTypes(
            DescribeTypesRequest request, StreamObserver<DescribeTypesReply> replies) {
        answer(replies, () -> types.describe(request.getPath()));
    }

    private static <T> void answer(StreamObserver<T> replies, Supplier<T> answer) {
        try {
            replies.onNext(answer.get());
            replies.onCompleted();
        } catch (RuntimeException e) {
            replies.onError(RelayErrors.of(e));
        }
    }

    @Override
    public StreamObserver<StreamFrame> stream(StreamObserver<StreamFrame> replies) {
        replies.onError(
                Status.UNIMPLEMENTED
                        .withDescription("streams into pods are not carried by this syncer")
                        .asRuntimeException());
        return new Deaf<>();
    }

    private AllocateServiceReply allocate(AllocateServiceRequest request) {
        ObjectName name = new ObjectName(request.getNamespace(), request.getName());
        ApiObject virtualService =
                ServiceBirth.withIdentity(
                        ApiObject.parse(request.getService().toByteArray()),
                        name,
                        request.getUid());
        if (network.showsHostService(virtualService)) {
            return apiService();
        }
        return reply(births.allocate(virtualService, request.getDryRun()));
    }

    /** The tenant's API server has its Service on the host already. */
    private AllocateServiceReply apiService() {
        return AllocateServiceReply.newBuilder()
                .addClusterIps(network.apiHost())
                .addIpFamilies(network.apiHost().contains(":") ? "IPv6" : "IPv4")
                .setIpFamilyPolicy("SingleStack")
                .build();
    }

    private static AllocateServiceReply reply(ApiObject hostService) {
        AllocateServiceReply.Builder reply =
                AllocateServiceReply.newBuilder()
                        .addAllClusterIps(hostService.textList("spec", "clusterIPs"))
                        .addAllIpFamilies(hostService.textList("spec", "ipFamilies"))
                        .setIpFamilyPolicy(hostService.text("spec", "ipFamilyPolicy"))
                        .setHealthCheckNodePort(
                                hostService.at("spec", "healthCheckNodePort").asInt());
        for (JsonNode port : hostService.elements("spec", "ports")) {
            if (port.path("nodePort").asInt() > 0) {
                reply.addNodePorts(
                        NodePort.newBuilder()
                                .setPort(port.path("port").asInt())
                                .setProtocol(port.path("protocol").asText("TCP"))
                                .setNodePort(port.path("nodePort").asInt()));
            }
        }
        return reply.build();
    }

    private void copyLog(
            LogsRequest request,
            ServerCallStreamObserver<LogsChunk> call,
            Outflow<LogsChunk> outflow) {
        try (InputStream log = logs.open(request)) {
            outflow.onCancel(log);
            byte[] buffer = new byte[CHUNK];
            for (int count = log.read(buffer); count >= 0; count = log.read(buffer)) {
                LogsChunk chunk =
                        LogsChunk.newBuilder()
                                .setData(ByteString.copyFrom(buffer, 0, count))
                                .build();
                if (!outflow.send(chunk)) {
                    fail(call, tooSlow());
                    return;
                }
            }
            call.onCompleted();
        } catch (IOException e) {
            LOG.debugf(e, "log broken off");
            fail(call, e);
        } catch (RuntimeException e) {
            fail(call, e);
        }
    }

    private static StatusRuntimeException tooSlow() {
        return Status.DEADLINE_EXCEEDED
                .withDescription("the log's reader takes nothing")
                .asRuntimeException();
    }

    private static void fail(ServerCallStreamObserver<?> call, Exception e) {
        if (!call.isCancelled()) {
            call.onError(RelayErrors.of(e));
        }
    }

    /** Takes what comes after the refusal. */
    private static final class Deaf<T> implements StreamObserver<T> {

        @Override
        public void onNext(T value) {}

        @Override
        public void onError(Throwable problem) {}

        @Override
        public void onCompleted() {}
    }
}
