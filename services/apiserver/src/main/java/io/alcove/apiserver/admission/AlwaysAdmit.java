package io.alcove.apiserver.admission;

import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import java.util.Set;

/** Does nothing; upstream keeps it for command lines that name it. */
public final class AlwaysAdmit implements AdmissionPlugin {

    public static final String NAME = "AlwaysAdmit";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of();
    }
}
