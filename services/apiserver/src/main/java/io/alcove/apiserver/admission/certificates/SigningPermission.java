package io.alcove.apiserver.admission.certificates;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.Permissions;
import io.alcove.apiserver.request.RequestInfo;

/** Asks for a right on a signer: on the one, or on all of its domain. */
final class SigningPermission {

    static final GroupResource REQUESTS =
            new GroupResource("certificates.k8s.io", "certificatesigningrequests");

    private final Permissions permissions;
    private final String verb;

    SigningPermission(Permissions permissions, String verb) {
        this.permissions = permissions;
        this.verb = verb;
    }

    /**
     * @throws StatusException 403 where the user has no such right on the signer
     */
    void require(AdmissionRequest request) {
        String signer = request.presentObject().text("spec", "signerName");
        String domain = signer.split("/", -1)[0] + "/*";
        if (!allows(request, signer) && !allows(request, domain)) {
            throw request.forbidden(
                    "user not permitted to %s requests with signerName %s"
                            .formatted(verb, GoText.quote(signer)));
        }
    }

    private boolean allows(AdmissionRequest request, String signer) {
        return permissions.allows(
                request.user(),
                new RequestInfo(verb, "", "certificates.k8s.io", "*", "signers", "", "", signer));
    }
}
