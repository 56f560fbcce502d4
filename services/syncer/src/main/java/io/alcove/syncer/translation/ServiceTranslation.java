package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.mark.LabelTranslation;

/**
 * A virtual Service on the host: the same addresses and ports, over the host copies of its pods.
 */
public final class ServiceTranslation {

    private final HostObjects hostObjects;
    private final LabelTranslation labels;

    public ServiceTranslation(HostObjects hostObjects) {
        this.hostObjects = hostObjects;
        this.labels = new LabelTranslation(hostObjects.names());
    }

    public ApiObject hostService(ApiObject virtualService) {
        ApiObject hostService = hostObjects.copyOf(virtualService);
        ObjectNode spec = virtualService.at("spec").deepCopy();
        JsonNode selector = spec.path("selector");
        if (!selector.isEmpty()) {
            spec.set("selector", labels.mapSelector(selector, virtualService.namespace()));
        }
        hostService.node().set("spec", spec);
        return hostService;
    }

    /** Whether its endpoints are the tenant's to write, not the host's to find. */
    public static boolean hasOwnEndpoints(ApiObject virtualService) {
        return virtualService.at("spec", "selector").isEmpty()
                && !virtualService.text("spec", "type").equals("ExternalName");
    }

    /** The Service of the tenant's own API server. */
    public static boolean isApiServer(ApiObject virtualService) {
        return virtualService.namespace().equals("default")
                && virtualService.name().equals("kubernetes");
    }
}
