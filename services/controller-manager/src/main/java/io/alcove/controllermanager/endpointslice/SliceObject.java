package io.alcove.controllermanager.endpointslice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.controllermanager.controller.Resources;

/** EndpointSlices as objects: name, labels, owner. */
final class SliceObject {

    static final String SERVICE_NAME = "kubernetes.io/service-name";
    static final String MANAGED_BY = "endpointslice.kubernetes.io/managed-by";
    static final String MANAGER = "endpointslice-controller.k8s.io";
    private static final String HEADLESS = "service.kubernetes.io/headless";

    private SliceObject() {}

    static boolean isManaged(ApiObject slice) {
        return slice.label(MANAGED_BY).filter(MANAGER::equals).isPresent();
    }

    static ApiObject create(ApiObject service, Backends.Group group, ArrayNode endpoints) {
        ApiObject slice =
                ApiObject.of(Resources.ENDPOINT_SLICE, new ObjectName(service.namespace(), ""));
        ObjectNode metadata = slice.with("metadata");
        metadata.remove("name");
        metadata.put("generateName", service.name() + "-");
        label(service, slice);
        metadata.putArray("ownerReferences").add(OwnerReference.controllerOf(service).toNode());
        slice.node().put("addressType", group.addressType());
        slice.node().set("endpoints", endpoints);
        slice.node().set("ports", group.ports());
        return slice;
    }

    static ApiObject update(ApiObject service, ApiObject slice, ArrayNode endpoints) {
        ApiObject updated = slice.copy();
        label(service, updated);
        updated.node().set("endpoints", endpoints);
        return updated;
    }

    /** The Service's own labels, and those by which proxies find the slice. */
    private static void label(ApiObject service, ApiObject slice) {
        ObjectNode labels = slice.with("metadata").putObject("labels");
        service.labels().forEach(labels::put);
        labels.remove(HEADLESS);
        if (service.text("spec", "clusterIP").equals("None")) {
            labels.put(HEADLESS, "");
        }
        labels.put(MANAGED_BY, MANAGER).put(SERVICE_NAME, service.name());
    }
}
