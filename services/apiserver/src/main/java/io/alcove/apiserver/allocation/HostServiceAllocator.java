package io.alcove.apiserver.allocation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.allocation.HostServices.Allocation;
import io.alcove.apiserver.allocation.HostServices.NodePort;
import io.alcove.apiserver.registry.Reservation;
import java.util.List;
import java.util.Optional;

/**
 * Lets the host make the Service first, so that the virtual one has the host's addresses and ports
 * from its first version.
 */
public final class HostServiceAllocator implements ServiceAllocator {

    private final HostServices host;

    public HostServiceAllocator(HostServices host) {
        this.host = host;
    }

    @Override
    public Reservation allocate(ApiObject service, Optional<ApiObject> old, boolean dryRun) {
        old.ifPresent(before -> CarriedOver.apply(service, before));
        ServiceNeeds needs = new ServiceNeeds(service);
        if (!needs.clusterIp()) {
            return new HostReservation(service, old, false);
        }
        if (old.isPresent() && isComplete(needs)) {
            return Reservation.NONE;
        }
        write(service, host.allocate(service, dryRun));
        return new HostReservation(service, old, !dryRun && old.isEmpty());
    }

    private static boolean isComplete(ServiceNeeds needs) {
        boolean ports =
                !needs.nodePorts()
                        || needs.service().elements("spec", "ports").stream()
                                .allMatch(port -> port.path("nodePort").asInt() > 0);
        boolean healthCheck = !needs.healthCheckPort() || needs.heldHealthCheckPort() > 0;
        return !needs.clusterIps().isEmpty() && ports && healthCheck;
    }

    private static void write(ApiObject service, Allocation allocation) {
        ObjectNode spec = service.with("spec");
        texts(spec, "clusterIPs", allocation.clusterIps());
        allocation.clusterIps().stream().findFirst().ifPresent(ip -> spec.put("clusterIP", ip));
        texts(spec, "ipFamilies", allocation.ipFamilies());
        if (!allocation.ipFamilyPolicy().isEmpty()) {
            spec.put("ipFamilyPolicy", allocation.ipFamilyPolicy());
        }
        for (NodePort nodePort : allocation.nodePorts()) {
            nodePort(spec, nodePort);
        }
        if (allocation.healthCheckNodePort() > 0) {
            spec.put("healthCheckNodePort", allocation.healthCheckNodePort());
        }
    }

    private static void texts(ObjectNode spec, String field, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode list = spec.putArray(field);
            values.forEach(list::add);
        }
    }

    private static void nodePort(ObjectNode spec, NodePort given) {
        String wanted = given.protocol() + "/" + given.port();
        for (JsonNode port : spec.path("ports")) {
            if (ServiceNeeds.protocolAndPort(port).equals(wanted)) {
                ((ObjectNode) port).put("nodePort", given.nodePort());
            }
        }
    }

    @Override
    public void release(ApiObject service) {
        if (new ServiceNeeds(service).clusterIp()) {
            host.release(service);
        }
    }

    private final class HostReservation implements Reservation {

        private final ApiObject service;
        private final Optional<ApiObject> old;
        private final boolean born;

        private HostReservation(ApiObject service, Optional<ApiObject> old, boolean born) {
            this.service = service;
            this.old = old;
            this.born = born;
        }

        @Override
        public void commit() {
            if (!new ServiceNeeds(service).clusterIp()) {
                old.ifPresent(HostServiceAllocator.this::release);
            }
        }

        @Override
        public void rollback() {
            if (born) {
                host.release(service);
            }
        }
    }
}
