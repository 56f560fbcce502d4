package io.alcove.apiserver.kinds.warning;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.IpWarnings;
import java.util.List;
import java.util.function.Consumer;

/** Of the kinds that hold addresses. */
final class NetworkWarnings {

    private static final String CLASS = "kubernetes.io/ingress.class";

    private NetworkWarnings() {}

    static void policy(Inspection policy, Consumer<String> texts) {
        Inspection spec = policy.field("spec");
        spec.field("ingress").each(rule -> rule.field("from").each(peer -> peer(peer, texts)));
        spec.field("egress").each(rule -> rule.field("to").each(peer -> peer(peer, texts)));
    }

    private static void peer(Inspection peer, Consumer<String> texts) {
        Inspection block = peer.field("ipBlock");
        if (block.isPresent()) {
            IpWarnings.cidr(block.field("cidr"), texts);
            block.field("except").each(except -> IpWarnings.cidr(except, texts));
        }
    }

    static void endpoints(Inspection endpoints, Consumer<String> texts) {
        if (endpoints
                .at("metadata", "labels", "endpoints.kubernetes.io/managed-by")
                .is("endpoint-controller")) {
            return;
        }
        endpoints
                .field("subsets")
                .each(
                        subset -> {
                            subset.field("addresses")
                                    .each(a -> IpWarnings.ip(a.field("ip"), texts));
                            subset.field("notReadyAddresses")
                                    .each(a -> IpWarnings.ip(a.field("ip"), texts));
                        });
    }

    /** An Ingress, the class of which was an annotation once. */
    static final class OfIngress implements Warnings {

        @Override
        public void check(Inspection ingress, Consumer<String> texts) {
            if (ingress.at("metadata", "annotations", CLASS).isPresent()
                    && !ingress.at("spec", "ingressClassName").isPresent()) {
                texts.accept(
                        "annotation \"kubernetes.io/ingress.class\" is deprecated, please use"
                                + " 'spec.ingressClassName' instead");
            }
        }

        @Override
        public void checkUpdate(Inspection ingress, ApiObject old, Consumer<String> texts) {}

        @Override
        public void checkStatus(Inspection ingress, Consumer<String> texts) {
            ServiceWarnings.balancer(ingress, texts);
        }
    }

    /** A slice of endpoints. */
    static final class OfSlice implements Warnings {

        private static final List<String> CONTROLLERS =
                List.of(
                        "endpointslice-controller.k8s.io",
                        "endpointslicemirroring-controller.k8s.io");

        @Override
        public void check(Inspection slice, Consumer<String> texts) {
            if (slice.field("addressType").is("FQDN")) {
                texts.accept("spec.addressType: FQDN endpoints are deprecated");
            }
            addresses(slice, texts);
        }

        @Override
        public void checkUpdate(Inspection slice, ApiObject old, Consumer<String> texts) {
            addresses(slice, texts);
        }

        private static void addresses(Inspection slice, Consumer<String> texts) {
            String manager =
                    slice.at("metadata", "labels", "endpointslice.kubernetes.io/managed-by").text();
            if (CONTROLLERS.contains(manager) || slice.field("addressType").is("FQDN")) {
                return;
            }
            slice.field("endpoints")
                    .each(e -> e.field("addresses").each(ip -> IpWarnings.ip(ip, texts)));
        }
    }
}
