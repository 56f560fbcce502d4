package io.alcove.apiserver.kinds.defaults;

import static io.alcove.apiserver.kinds.defaults.Default.insideIfGiven;
import static io.alcove.apiserver.kinds.defaults.Default.setAbsent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The groups networking and discovery. */
final class NetworkDefaults {

    static final Map<String, List<Default>> TABLE =
            Map.of(
                    "networking.NetworkPolicyPort",
                    List.of(setAbsent("protocol", "TCP")),
                    "networking.NetworkPolicySpec",
                    List.of(NetworkDefaults::policyTypes),
                    "networking.IngressClassSpec",
                    List.of(insideIfGiven("parameters", setAbsent("scope", "Cluster"))),
                    "networking.IngressStatus",
                    List.of(Default.emptyObject("loadBalancer")),
                    "discovery.EndpointPort",
                    List.of(NetworkDefaults::portName, setAbsent("protocol", "TCP")));

    private NetworkDefaults() {}

    /** Every policy speaks of ingress unless it says otherwise. */
    private static void policyTypes(ObjectNode spec) {
        if (spec.path("policyTypes").isEmpty()) {
            ArrayNode types = spec.putArray("policyTypes").add("Ingress");
            if (!spec.path("egress").isEmpty()) {
                types.add("Egress");
            }
        }
    }

    private static void portName(ObjectNode port) {
        if (!port.path("name").isTextual()) {
            port.put("name", "");
        }
    }
}
