package io.alcove.apiserver.admission.limits;

import static io.alcove.apiserver.admission.CoreResources.PERSISTENT_VOLUME_CLAIMS;
import static io.alcove.apiserver.admission.CoreResources.PODS;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.Complaints;
import java.util.List;
import java.util.Set;

/** Fills in and enforces what the LimitRanges of a namespace say. */
public final class LimitRanger implements AdmissionPlugin {

    public static final String NAME = "LimitRanger";

    private static final GroupResource LIMIT_RANGES = new GroupResource("", "limitranges");

    private final ClusterObjects objects;

    public LimitRanger(ClusterObjects objects) {
        this.objects = objects;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.CREATE, Operation.UPDATE);
    }

    @Override
    public void mutate(AdmissionRequest request) {
        if (isPod(request)) {
            for (ApiObject range : ranges(request)) {
                ContainerDefaults.of(range).fillIn(request.newObject());
            }
        }
    }

    @Override
    public void validate(AdmissionRequest request) {
        if (!isPod(request) && !request.isFor(PERSISTENT_VOLUME_CLAIMS)) {
            return;
        }
        for (ApiObject range : ranges(request)) {
            Complaints complaints = new Complaints();
            for (JsonNode limit : range.elements("spec", "limits")) {
                check(request, limit, complaints);
            }
            if (!complaints.isEmpty()) {
                throw request.forbidden(complaints.toString());
            }
        }
    }

    /** A pod's containers change after its creation by a resize only. */
    private static boolean isPod(AdmissionRequest request) {
        return request.is(Operation.CREATE) ? request.isFor(PODS) : request.isFor(PODS, "resize");
    }

    private List<ApiObject> ranges(AdmissionRequest request) {
        boolean going = request.oldObject().filter(ApiObject::isBeingDeleted).isPresent();
        return going ? List.of() : objects.list(LIMIT_RANGES, request.namespace());
    }

    private static void check(AdmissionRequest request, JsonNode limit, Complaints complaints) {
        ApiObject object = request.newObject();
        switch (limit.path("type").asText()) {
            case "Container" -> {
                if (isPod(request)) {
                    checkContainers(object, limit, complaints);
                }
            }
            case "Pod" -> {
                if (isPod(request)) {
                    new Constraint(
                                    "Pod",
                                    PodResources.requests(object),
                                    PodResources.limits(object))
                            .check(limit, complaints);
                }
            }
            case "PersistentVolumeClaim" -> {
                if (!isPod(request)) {
                    new Constraint(
                                    "PersistentVolumeClaim",
                                    ResourceList.of(object.at("spec", "resources", "requests")),
                                    ResourceList.EMPTY)
                            .checkRequests(limit, complaints);
                }
            }
            default -> {}
        }
    }

    private static void checkContainers(ApiObject pod, JsonNode limit, Complaints complaints) {
        for (String field : List.of("containers", "initContainers")) {
            for (JsonNode container : pod.elements("spec", field)) {
                JsonNode resources = container.path("resources");
                new Constraint(
                                "Container",
                                ResourceList.of(resources.path("requests")),
                                ResourceList.of(resources.path("limits")))
                        .check(limit, complaints);
            }
        }
    }
}
