package io.alcove.apiserver.admission.pod;

import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.CoreResources;
import java.util.Set;

/** A plugin that is asked of pods themselves, not of their subresources. */
abstract class PodPlugin implements AdmissionPlugin {

    private final String name;
    private final Set<Operation> operations;

    PodPlugin(String name, Operation... operations) {
        this.name = name;
        this.operations = Set.of(operations);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Set<Operation> operations() {
        return operations;
    }

    @Override
    public final void mutate(AdmissionRequest request) {
        if (request.isFor(CoreResources.PODS)) {
            mutatePod(request);
        }
    }

    @Override
    public final void validate(AdmissionRequest request) {
        if (request.isFor(CoreResources.PODS)) {
            validatePod(request);
        }
    }

    void mutatePod(AdmissionRequest request) {}

    void validatePod(AdmissionRequest request) {}
}
