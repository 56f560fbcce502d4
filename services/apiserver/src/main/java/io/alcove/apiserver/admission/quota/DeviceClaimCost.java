package io.alcove.apiserver.admission.quota;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.limits.ResourceList;

/** Resource claims and their devices, by device class. */
final class DeviceClaimCost implements Evaluator {

    private static final String COUNT = "count/resourceclaims.resource.k8s.io";
    private static final String OF_CLASS = ".deviceclass.resource.k8s.io/devices";

    /** What "all devices" may be at most. */
    private static final long MAX_DEVICES = 32;

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.subresource().isEmpty();
    }

    @Override
    public boolean counts(String name) {
        return name.equals(COUNT) || name.endsWith(OF_CLASS);
    }

    @Override
    public ResourceList usage(ApiObject claim) {
        ResourceList usage = ResourceList.of(COUNT, ObjectCount.ONE);
        for (JsonNode request : claim.elements("spec", "devices", "requests")) {
            if (request.has("exactly")) {
                usage = usage.plus(devices(request.path("exactly")));
            }
            ResourceList most = ResourceList.EMPTY;
            for (JsonNode alternative : request.path("firstAvailable")) {
                most = most.max(devices(alternative));
            }
            usage = usage.plus(most);
        }
        return usage;
    }

    private static ResourceList devices(JsonNode request) {
        long count =
                switch (request.path("allocationMode").asText("")) {
                    case "ExactCount" -> request.path("count").asLong();
                    case "All" -> MAX_DEVICES;
                    default -> 0;
                };
        return ResourceList.of(
                request.path("deviceClassName").asText("") + OF_CLASS, Quantity.of(count));
    }
}
