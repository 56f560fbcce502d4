package io.alcove.apiserver.admission.certificates;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import java.util.Set;

/** The signer of API clients makes nobody a member of the group that may do everything. */
public final class CertificateSubjectRestriction implements AdmissionPlugin {

    public static final String NAME = "CertificateSubjectRestriction";

    private static final String SIGNER = "kubernetes.io/kube-apiserver-client";
    private static final String MASTERS = "system:masters";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.CREATE);
    }

    @Override
    public void validate(AdmissionRequest request) {
        if (!request.isFor(SigningPermission.REQUESTS)) {
            return;
        }
        ApiObject object = request.newObject();
        if (!object.text("spec", "signerName").equals(SIGNER)) {
            return;
        }
        if (subject(request, object).organizations().contains(MASTERS)) {
            throw request.forbidden(
                    "use of " + SIGNER + " signer with system:masters group is not allowed");
        }
    }

    private static RequestedSubject subject(AdmissionRequest request, ApiObject object) {
        try {
            return RequestedSubject.of(object.text("spec", "request"));
        } catch (IllegalArgumentException e) {
            throw request.forbidden("failed to parse CSR: " + e.getMessage());
        }
    }
}
