package io.alcove.apiserver.allocation;

import java.net.InetAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** The addresses and the node ports that Services hold. */
final class ServicePools {

    private final Cidr range;
    private final PortRange nodePorts;
    private final NumberPool addresses;
    private final NumberPool ports;

    ServicePools(Cidr range, PortRange nodePorts, RandomGenerator random) {
        this.range = range;
        this.nodePorts = nodePorts;
        int size = range.size();
        this.addresses =
                new NumberPool(lastUsable(range) + 1, NumberPool.addressBand(size), random);
        this.addresses.take(0);
        this.ports =
                new NumberPool(nodePorts.size(), NumberPool.portBand(nodePorts.size()), random);
    }

    /** The broadcast address of an IPv4 range is never given. */
    private static int lastUsable(Cidr range) {
        return range.ipFamily().equals("IPv4") ? range.size() - 2 : range.size() - 1;
    }

    Cidr range() {
        return range;
    }

    void hold(ServiceNeeds service) {
        for (String address : service.addresses()) {
            index(address).ifPresent(addresses::take);
        }
        service.heldNodePorts().forEach(this::takePort);
        takePort(service.heldHealthCheckPort());
    }

    boolean isInRange(String address) {
        return index(address).isPresent();
    }

    private OptionalInt index(String address) {
        Optional<InetAddress> parsed = Addresses.parse(address);
        int index = parsed.map(range::indexOf).orElse(-1);
        boolean usable = index > 0 && index <= lastUsable(range);
        return usable ? OptionalInt.of(index) : OptionalInt.empty();
    }

    boolean takeAddress(String address) {
        OptionalInt index = index(address);
        return index.isPresent() && addresses.take(index.getAsInt());
    }

    Optional<String> takeAnyAddress() {
        return text(addresses.takeAny());
    }

    Optional<String> anyFreeAddress() {
        return text(addresses.free());
    }

    private Optional<String> text(OptionalInt index) {
        return index.isPresent()
                ? Optional.of(Addresses.text(range.at(index.getAsInt())))
                : Optional.empty();
    }

    void releaseAddress(String address) {
        index(address).ifPresent(addresses::release);
    }

    /** Holds a port; one outside the range is nobody's. */
    boolean takePort(int port) {
        return !nodePorts.contains(port) || ports.take(port - nodePorts.first());
    }

    boolean isPortInRange(int port) {
        return nodePorts.contains(port);
    }

    String portRange() {
        return nodePorts.first() + "-" + nodePorts.last();
    }

    OptionalInt takeAnyPort() {
        return port(ports.takeAny());
    }

    OptionalInt anyFreePort() {
        return port(ports.free());
    }

    private OptionalInt port(OptionalInt index) {
        return index.isPresent()
                ? OptionalInt.of(nodePorts.first() + index.getAsInt())
                : OptionalInt.empty();
    }

    void releasePort(int port) {
        if (nodePorts.contains(port)) {
            ports.release(port - nodePorts.first());
        }
    }
}
