package io.alcove.apiserver.admission.quota;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.limits.ResourceList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Services, and those of them that take node ports or balancers. */
final class ServiceCost implements Evaluator {

    private static final String COUNT = "count/services";
    private static final String SERVICES = "services";
    private static final String BALANCERS = "services.loadbalancers";
    private static final String NODE_PORTS = "services.nodeports";
    private static final Set<String> NAMES = Set.of(COUNT, SERVICES, BALANCERS, NODE_PORTS);

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.subresource().isEmpty();
    }

    @Override
    public boolean counts(String name) {
        return NAMES.contains(name);
    }

    @Override
    public ResourceList usage(ApiObject service) {
        String type = service.text("spec", "type");
        return new ResourceList(
                new TreeMap<>(
                        Map.of(
                                COUNT,
                                ObjectCount.ONE,
                                SERVICES,
                                ObjectCount.ONE,
                                BALANCERS,
                                Quantity.of(type.equals("LoadBalancer") ? 1 : 0),
                                NODE_PORTS,
                                Quantity.of(nodePorts(service, type)))));
    }

    private static long nodePorts(ApiObject service, String type) {
        boolean onlyGiven =
                type.equals("LoadBalancer")
                        && !service.at("spec", "allocateLoadBalancerNodePorts").asBoolean(true);
        if (onlyGiven) {
            return service.elements("spec", "ports").stream()
                    .filter(port -> port.path("nodePort").asInt() != 0)
                    .count();
        }
        return type.equals("LoadBalancer") || type.equals("NodePort")
                ? service.at("spec", "ports").size()
                : 0;
    }
}
