package io.alcove.dns.zone;

import io.alcove.apimachinery.object.ObjectName;
import java.util.List;

/**
 * What DNS needs of a Service.
 *
 * @param clusterIps literals; empty where there are none, or none yet
 * @param externalName the name that it stands for; empty where it stands for none
 * @param publishNotReady whether endpoints have names before they are ready
 */
public record Service(
        ObjectName name,
        boolean headless,
        List<String> clusterIps,
        String externalName,
        List<Port> ports,
        boolean publishNotReady) {

    public Service {
        clusterIps = List.copyOf(clusterIps);
        ports = List.copyOf(ports);
    }

    boolean isExternal() {
        return !externalName.isEmpty();
    }
}
