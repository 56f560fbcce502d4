package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.mark.HostNames;
import java.util.List;

/** Endpoints and EndpointSlices of Services without a selector. */
public final class EndpointsTranslation {

    public static final String SERVICE_NAME = "kubernetes.io/service-name";

    private static final String MIRRORING_CONTROLLER = "endpointslicemirroring-controller.k8s.io";

    private final HostObjects hostObjects;

    public EndpointsTranslation(HostObjects hostObjects) {
        this.hostObjects = hostObjects;
    }

    /** The Service that a slice belongs to; empty where it says none. */
    public static String serviceOf(ApiObject virtualSlice) {
        return virtualSlice.label(SERVICE_NAME).orElse("");
    }

    /** Slices made out of Endpoints: the host makes its own out of the copied Endpoints. */
    public static boolean isMirrored(ApiObject virtualSlice) {
        return virtualSlice
                .label("endpointslice.kubernetes.io/managed-by")
                .filter(MIRRORING_CONTROLLER::equals)
                .isPresent();
    }

    public ApiObject hostEndpoints(ApiObject virtualEndpoints) {
        ApiObject hostEndpoints = hostObjects.copyOf(virtualEndpoints);
        JsonNode subsets = virtualEndpoints.at("subsets").deepCopy();
        for (JsonNode subset : subsets) {
            for (String list : List.of("addresses", "notReadyAddresses")) {
                subset.path(list).forEach(address -> rename(address, virtualEndpoints));
            }
        }
        if (!subsets.isMissingNode()) {
            hostEndpoints.node().set("subsets", subsets);
        }
        return hostEndpoints;
    }

    public ApiObject hostSlice(ApiObject virtualSlice) {
        ApiObject hostSlice = hostObjects.copyOf(virtualSlice);
        HostNames names = hostObjects.names();
        virtualSlice
                .label(SERVICE_NAME)
                .ifPresent(
                        service ->
                                hostSlice
                                        .node()
                                        .withObject("/metadata/labels")
                                        .put(
                                                SERVICE_NAME,
                                                names.nameOf(virtualSlice.namespace(), service)));
        for (String field : List.of("addressType", "endpoints", "ports")) {
            if (!virtualSlice.at(field).isMissingNode()) {
                hostSlice.node().set(field, virtualSlice.at(field).deepCopy());
            }
        }
        hostSlice.at("endpoints").forEach(endpoint -> rename(endpoint, virtualSlice));
        return hostSlice;
    }

    /** A reference to a pod names its host copy; to anything else it is dropped. */
    private void rename(JsonNode endpoint, ApiObject virtualObject) {
        if (!(endpoint.path("targetRef") instanceof ObjectNode reference)) {
            return;
        }
        if (!reference.path("kind").asText().equals("Pod")) {
            ((ObjectNode) endpoint).remove("targetRef");
            return;
        }
        String namespace = reference.path("namespace").asText(virtualObject.namespace());
        HostNames names = hostObjects.names();
        reference
                .put("name", names.nameOf(namespace, reference.path("name").asText()))
                .put("namespace", names.hostNamespace())
                .remove(List.of("uid", "resourceVersion"));
    }
}
