package io.alcove.apiserver.relay;

import com.google.protobuf.ByteString;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.allocation.HostServices;
import io.alcove.proto.relay.v1.AllocateServiceReply;
import io.alcove.proto.relay.v1.AllocateServiceRequest;
import io.alcove.proto.relay.v1.ReleaseServiceRequest;
import java.time.Duration;
import org.jboss.logging.Logger;

/** The host's Services, made by the syncer. The uid makes both calls repeatable. */
final class RelayServices implements HostServices {

    private static final Logger LOG = Logger.getLogger(RelayServices.class);

    /** Within what clients grant a create. */
    private static final Duration ALLOCATION = Duration.ofSeconds(20);

    private static final Duration RELEASE = Duration.ofSeconds(5);

    private final RelayCalls calls;

    RelayServices(RelayCalls calls) {
        this.calls = calls;
    }

    @Override
    public Allocation allocate(ApiObject service, boolean dryRun) {
        AllocateServiceRequest request =
                AllocateServiceRequest.newBuilder()
                        .setNamespace(service.namespace())
                        .setName(service.name())
                        .setUid(service.uid())
                        .setService(ByteString.copyFrom(service.toBytes()))
                        .setDryRun(dryRun)
                        .build();
        return allocation(calls.idempotent(ALLOCATION, stub -> stub.allocateService(request)));
    }

    /** What cannot be released now is swept up by the syncer, as no virtual Service has it. */
    @Override
    public void release(ApiObject service) {
        ReleaseServiceRequest request =
                ReleaseServiceRequest.newBuilder()
                        .setNamespace(service.namespace())
                        .setName(service.name())
                        .setUid(service.uid())
                        .build();
        try {
            calls.idempotent(RELEASE, stub -> stub.releaseService(request));
        } catch (StatusException e) {
            LOG.warnf(
                    "host service not released namespace=%s name=%s cause=%s",
                    service.namespace(), service.name(), e.getMessage());
        }
    }

    private static Allocation allocation(AllocateServiceReply reply) {
        return new Allocation(
                reply.getClusterIpsList(),
                reply.getIpFamiliesList(),
                reply.getIpFamilyPolicy(),
                reply.getNodePortsList().stream()
                        .map(
                                port ->
                                        new NodePort(
                                                port.getPort(),
                                                port.getProtocol(),
                                                port.getNodePort()))
                        .toList(),
                reply.getHealthCheckNodePort());
    }
}
