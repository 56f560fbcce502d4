package io.alcove.apiserver.admission.matching;

import io.alcove.apiserver.admission.AdmissionRequest;
import java.util.Set;

/** What no webhook or policy is asked of, so that one that refuses everything can be removed. */
public final class Exemption {

    private static final Set<String> KINDS =
            Set.of(
                    "ValidatingWebhookConfiguration",
                    "MutatingWebhookConfiguration",
                    "ValidatingAdmissionPolicy",
                    "ValidatingAdmissionPolicyBinding",
                    "MutatingAdmissionPolicy",
                    "MutatingAdmissionPolicyBinding");

    private Exemption() {}

    public static boolean covers(AdmissionRequest request) {
        return request.kind().group().equals("admissionregistration.k8s.io")
                && KINDS.contains(request.kind().kind());
    }
}
