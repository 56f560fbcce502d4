package io.alcove.apiserver.allocation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.registry.Reservation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one write of a Service takes from the pools, and what it gives up once it is stored. */
final class ServiceAllocation implements Reservation {

    private final ServicePools pools;
    private final ApiObject service;
    private final Optional<ApiObject> old;
    private final boolean dryRun;
    private final List<String> takenAddresses = new ArrayList<>();
    private final List<Integer> takenPorts = new ArrayList<>();

    ServiceAllocation(
            ServicePools pools, ApiObject service, Optional<ApiObject> old, boolean dryRun) {
        this.pools = pools;
        this.service = service;
        this.old = old;
        this.dryRun = dryRun;
    }

    Reservation take() {
        try {
            old.ifPresent(before -> CarriedOver.apply(service, before));
            IpFamilies.settle(service, pools.range());
            addresses();
            nodePorts();
            healthCheckPort();
            return this;
        } catch (StatusException e) {
            rollback();
            throw e;
        }
    }

    private void addresses() {
        ServiceNeeds needs = new ServiceNeeds(service);
        if (!needs.clusterIp() || needs.isHeadless()) {
            return;
        }
        List<String> had =
                old.map(before -> new ServiceNeeds(before).addresses()).orElse(List.of());
        if (needs.addresses().isEmpty()) {
            String address = anyAddress();
            service.with("spec").put("clusterIP", address).putArray("clusterIPs").add(address);
        }
        for (String address : needs.addresses()) {
            if (!had.contains(address) && !takenAddresses.contains(address)) {
                takeAddress(address);
            }
        }
    }

    private String anyAddress() {
        Optional<String> any =
                dryRun ? pools.anyFreeAddress() : pools.takeAnyAddress(service.objectName());
        String address =
                any.orElseThrow(
                        () ->
                                StatusException.internal(
                                        "failed to allocate a serviceIP: range is full"));
        takenAddresses.add(address);
        return address;
    }

    private void takeAddress(String address) {
        if (Addresses.parse(address).isEmpty()) {
            return;
        }
        if (!pools.isInRange(address)) {
            throw refusedAddress(
                    address,
                    "the provided IP ("
                            + address
                            + ") is not in the valid range. The range of valid IPs is "
                            + pools.range());
        }
        if (dryRun) {
            return;
        }
        if (!pools.takeAddress(address, service.objectName())) {
            throw refusedAddress(address, "provided IP is already allocated");
        }
        takenAddresses.add(address);
    }

    private StatusException refusedAddress(String address, String why) {
        return invalid(
                StatusCause.invalid(
                        "spec.clusterIPs",
                        service.at("spec", "clusterIPs"),
                        "failed to allocate IP " + address + ": " + why));
    }

    private void nodePorts() {
        if (!new ServiceNeeds(service).nodePorts()) {
            return;
        }
        Set<Integer> had =
                new HashSet<>(
                        old.map(before -> new ServiceNeeds(before).heldNodePorts())
                                .orElse(List.of()));
        List<String> seen = new ArrayList<>();
        int index = 0;
        for (JsonNode node : service.at("spec", "ports")) {
            nodePort(index++, (ObjectNode) node, had, seen);
        }
    }

    /** Ports of one Service share a node port as long as their protocols differ. */
    private void nodePort(int index, ObjectNode port, Set<Integer> had, List<String> seen) {
        int asked = port.path("nodePort").asInt();
        String protocol = port.path("protocol").asText("TCP");
        if (asked == 0) {
            asked = sharedNodePort(port).orElseGet(this::anyPort);
            port.put("nodePort", asked);
        } else if (seen.contains(protocol + asked)) {
            throw refusedPort(index, asked, "provided port is already allocated");
        } else if (!had.contains(asked) && !takenPorts.contains(asked) && !dryRun) {
            takePort(index, asked);
        }
        seen.add(protocol + asked);
    }

    /** The node port of the same port number under another protocol, as upstream pairs them. */
    private Optional<Integer> sharedNodePort(ObjectNode port) {
        for (JsonNode other : service.at("spec", "ports")) {
            boolean samePort = other.path("port").asInt() == port.path("port").asInt();
            boolean sameProtocol =
                    other.path("protocol").asText().equals(port.path("protocol").asText());
            int nodePort = other.path("nodePort").asInt();
            if (samePort && !sameProtocol && nodePort > 0) {
                return Optional.of(nodePort);
            }
        }
        return Optional.empty();
    }

    private int anyPort() {
        int port =
                (dryRun ? pools.anyFreePort() : pools.takeAnyPort(service.objectName()))
                        .orElseThrow(
                                () ->
                                        StatusException.internal(
                                                "failed to allocate a nodePort: range is full"));
        takenPorts.add(port);
        return port;
    }

    private void takePort(int index, int port) {
        if (!pools.isPortInRange(port)) {
            throw refusedPort(
                    index,
                    port,
                    "provided port is not in the valid range. The range of valid ports is "
                            + pools.portRange());
        }
        if (!pools.takePort(port, service.objectName())) {
            throw refusedPort(index, port, "provided port is already allocated");
        }
        takenPorts.add(port);
    }

    private StatusException refusedPort(int index, int port, String why) {
        return invalid(StatusCause.invalid("spec.ports[" + index + "].nodePort", port, why));
    }

    private void healthCheckPort() {
        ServiceNeeds needs = new ServiceNeeds(service);
        if (!needs.healthCheckPort()) {
            return;
        }
        int asked = needs.heldHealthCheckPort();
        int had = old.map(before -> new ServiceNeeds(before).heldHealthCheckPort()).orElse(0);
        if (asked == 0) {
            service.with("spec").put("healthCheckNodePort", anyPort());
        } else if (asked != had && !dryRun) {
            takeHealthCheckPort(asked);
        }
    }

    private void takeHealthCheckPort(int asked) {
        if (!pools.takePort(asked, service.objectName())) {
            throw StatusException.internal(
                    "failed to allocate requested HealthCheck NodePort "
                            + asked
                            + ": provided port is already allocated");
        }
        takenPorts.add(asked);
    }

    private StatusException invalid(StatusCause cause) {
        return StatusException.invalid(
                new GroupKind("", "Service"), service.name(), List.of(cause));
    }

    @Override
    public void commit() {
        old.ifPresent(before -> giveUp(new ServiceNeeds(before), new ServiceNeeds(service)));
    }

    private void giveUp(ServiceNeeds before, ServiceNeeds now) {
        before.addresses().stream()
                .filter(address -> !now.addresses().contains(address))
                .forEach(pools::releaseAddress);
        before.heldNodePorts().stream()
                .filter(port -> !now.heldNodePorts().contains(port))
                .forEach(pools::releasePort);
        if (before.heldHealthCheckPort() != now.heldHealthCheckPort()) {
            pools.releasePort(before.heldHealthCheckPort());
        }
    }

    @Override
    public void rollback() {
        if (!dryRun) {
            takenAddresses.forEach(pools::releaseAddress);
            takenPorts.forEach(pools::releasePort);
        }
    }
}
