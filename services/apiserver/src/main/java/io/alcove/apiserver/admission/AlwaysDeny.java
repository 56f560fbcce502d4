package io.alcove.apiserver.admission;

import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import java.util.Set;

/** Refuses all writes; upstream keeps it for tests. */
public final class AlwaysDeny implements AdmissionPlugin {

    public static final String NAME = "AlwaysDeny";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.values());
    }

    @Override
    public void mutate(AdmissionRequest request) {
        validate(request);
    }

    @Override
    public void validate(AdmissionRequest request) {
        throw request.forbidden("admission control is denying all modifications");
    }
}
