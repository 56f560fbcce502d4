package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.pod.EphemeralContainersValidation;
import io.alcove.apiserver.kinds.printing.GoStructs;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.registry.UpdateRules;
import io.alcove.apiserver.request.RequestContext;
import java.util.ArrayList;
import java.util.List;

/** pods/ephemeralcontainers adds containers, and changes or removes none. */
final class EphemeralContainerRules implements UpdateRules {

    private static final String FIELD = "ephemeralContainers";

    private final GoStructs structs;

    EphemeralContainerRules(GoStructs structs) {
        this.structs = structs;
    }

    @Override
    public void prepareForUpdate(RequestContext context, ApiObject pod, ApiObject old) {
        JsonNode containers = pod.at("spec", FIELD);
        pod.node().set("spec", old.with("spec").deepCopy());
        pod.node().set("status", old.with("status").deepCopy());
        if (containers.isArray()) {
            pod.with("spec").set(FIELD, containers);
        } else {
            pod.with("spec").remove(FIELD);
        }
    }

    @Override
    public List<StatusCause> validateUpdate(RequestContext context, ApiObject pod, ApiObject old) {
        List<StatusCause> causes = new ArrayList<>();
        EphemeralContainersValidation.check(Inspection.of(pod, causes, structs), old);
        return causes;
    }
}
