package io.alcove.apiserver.admission.certificates;

import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.Permissions;
import java.util.Set;

/** Only who may approve for a signer approves or denies its requests. */
public final class CertificateApproval implements AdmissionPlugin {

    public static final String NAME = "CertificateApproval";

    private final SigningPermission permission;

    public CertificateApproval(Permissions permissions) {
        this.permission = new SigningPermission(permissions, "approve");
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
        if (request.isFor(SigningPermission.REQUESTS, "approval")) {
            permission.require(request);
        }
    }
}
