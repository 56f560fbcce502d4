package io.alcove.apiserver.allocation;

import io.alcove.apimachinery.object.ApiObject;
import java.util.List;

/** The host's Services, which the syncer makes for the tenant's. */
public interface HostServices {

    /** What the host gave to a Service. */
    record Allocation(
            List<String> clusterIps,
            List<String> ipFamilies,
            String ipFamilyPolicy,
            List<NodePort> nodePorts,
            int healthCheckNodePort) {

        public Allocation {
            clusterIps = List.copyOf(clusterIps);
            ipFamilies = List.copyOf(ipFamilies);
            nodePorts = List.copyOf(nodePorts);
        }
    }

    /** The node port of the Service port with this number and protocol. */
    record NodePort(int port, String protocol, int nodePort) {}

    /**
     * Makes or updates the host's Service; the same uid gets the same answer.
     *
     * @throws io.alcove.apimachinery.status.StatusException where the host refuses or cannot be
     *     asked
     */
    Allocation allocate(ApiObject service, boolean dryRun);

    void release(ApiObject service);
}
