package io.alcove.apiserver.admission.certificates;

import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.Permissions;
import java.util.Set;

/** Only who may sign for a signer writes a certificate, or how a request ended, into its status. */
public final class CertificateSigning implements AdmissionPlugin {

    public static final String NAME = "CertificateSigning";

    private final SigningPermission permission;

    public CertificateSigning(Permissions permissions) {
        this.permission = new SigningPermission(permissions, "sign");
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.UPDATE);
    }

    @Override
    public void validate(AdmissionRequest request) {
        if (request.isFor(SigningPermission.REQUESTS, "status")
                && (differs(request, "certificate") || differs(request, "conditions"))) {
            permission.require(request);
        }
    }

    private static boolean differs(AdmissionRequest request, String field) {
        return !request.newObject()
                .at("status", field)
                .equals(request.presentObject().at("status", field));
    }
}
