package io.alcove.apiserver.kinds.core;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.pod.PodStatusValidation;
import io.alcove.apiserver.kinds.printing.GoStructs;
import io.alcove.apiserver.kinds.strategy.StatusMetadata;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.registry.UpdateRules;
import io.alcove.apiserver.request.RequestContext;
import java.util.ArrayList;
import java.util.List;

/** pods/status: the class of a pod is decided once, and what the kubelet observed stays known. */
final class PodStatusRules implements UpdateRules {

    private final GoStructs structs;

    PodStatusRules(GoStructs structs) {
        this.structs = structs;
    }

    @Override
    public void prepareForUpdate(RequestContext context, ApiObject pod, ApiObject old) {
        StatusMetadata.keepAll(pod, old);
        old.optionalText("status", "qosClass")
                .filter(_ -> pod.text("status", "qosClass").isEmpty())
                .ifPresent(qosClass -> pod.with("status").put("qosClass", qosClass));
        if (pod.at("status", "observedGeneration").isMissingNode()
                && old.at("status", "observedGeneration").isNumber()) {
            pod.with("status").set("observedGeneration", old.at("status", "observedGeneration"));
        }
    }

    @Override
    public List<StatusCause> validateUpdate(RequestContext context, ApiObject pod, ApiObject old) {
        List<StatusCause> causes = new ArrayList<>();
        PodStatusValidation.check(Inspection.of(pod, causes, structs), old);
        return causes;
    }
}
