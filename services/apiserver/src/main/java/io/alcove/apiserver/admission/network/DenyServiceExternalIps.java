package io.alcove.apiserver.admission.network;

import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.CoreResources;
import java.util.List;
import java.util.Set;

/** Services keep external IPs that they have, and get no more. */
public final class DenyServiceExternalIps implements AdmissionPlugin {

    public static final String NAME = "DenyServiceExternalIPs";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.CREATE, Operation.UPDATE);
    }

    @Override
    public void validate(AdmissionRequest request) {
        if (!request.isFor(CoreResources.SERVICES)) {
            return;
        }
        List<String> present =
                request.oldObject()
                        .map(old -> old.textList("spec", "externalIPs"))
                        .orElse(List.of());
        if (!present.containsAll(request.newObject().textList("spec", "externalIPs"))) {
            throw request.forbidden("Use of external IPs is denied by admission control");
        }
    }
}
