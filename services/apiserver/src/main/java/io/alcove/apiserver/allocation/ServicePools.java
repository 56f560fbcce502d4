package io.alcove.apiserver.allocation;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** The addresses and the node ports that Services hold. */
final class ServicePools {

    private final Cidr range;
    private final PortRange nodePorts;
    private final NumberPool addresses;
    private final NumberPool ports;

    ServicePools(
            Cidr range,
            PortRange nodePorts,
            Claims addressClaims,
            Claims portClaims,
            RandomGenerator random) {
        this.range = range;
        this.nodePorts = nodePorts;
        int size = range.size();
        this.addresses =
                new NumberPool(
                        addressClaims,
                        1,
                        lastUsable(range) + 1,
                        NumberPool.addressBand(size),
                        random);
        this.ports =
                new NumberPool(
                        portClaims,
                        0,
                        nodePorts.size(),
                        NumberPool.portBand(nodePorts.size()),
                        random);
    }

    static ServicePools inMemory(Cidr range, PortRange nodePorts, RandomGenerator random) {
        return new ServicePools(range, nodePorts, new MemoryClaims(), new MemoryClaims(), random);
    }

    static ServicePools stored(
            Cidr range,
            PortRange nodePorts,
            ObjectStorages storages,
            InstantSource clock,
            RandomGenerator random) {
        return new ServicePools(
                range,
                nodePorts,
                new StoredClaims(
                        storages.of(AddressClaim.RESOURCE), new AddressClaim(range, clock)),
                new StoredClaims(storages.of(PortClaim.RESOURCE), new PortClaim(nodePorts, clock)),
                random);
    }

    /** The broadcast address of an IPv4 range is never given. */
    private static int lastUsable(Cidr range) {
        return range.ipFamily().equals("IPv4") ? range.size() - 2 : range.size() - 1;
    }

    Cidr range() {
        return range;
    }

    /** Makes sure that the Service holds what it names. */
    void hold(ServiceNeeds service) {
        ObjectName owner = service.service().objectName();
        for (String address : service.addresses()) {
            boolean _ = isHeld(address) || takeAddress(address, owner);
        }
        for (int port : service.heldNodePorts()) {
            boolean _ = isHeld(port) || takePort(port, owner);
        }
        int healthCheck = service.heldHealthCheckPort();
        boolean _ = isHeld(healthCheck) || takePort(healthCheck, owner);
    }

    private boolean isHeld(String address) {
        OptionalInt index = index(address);
        return index.isPresent() && addresses.isHeld(index.getAsInt());
    }

    private boolean isHeld(int port) {
        return nodePorts.contains(port) && ports.isHeld(port - nodePorts.first());
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

    boolean takeAddress(String address, ObjectName owner) {
        OptionalInt index = index(address);
        return index.isPresent() && addresses.take(index.getAsInt(), owner);
    }

    Optional<String> takeAnyAddress(ObjectName owner) {
        return text(addresses.takeAny(owner));
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
    boolean takePort(int port, ObjectName owner) {
        return !nodePorts.contains(port) || ports.take(port - nodePorts.first(), owner);
    }

    boolean isPortInRange(int port) {
        return nodePorts.contains(port);
    }

    String portRange() {
        return nodePorts.first() + "-" + nodePorts.last();
    }

    OptionalInt takeAnyPort(ObjectName owner) {
        return port(ports.takeAny(owner));
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
