package io.alcove.apiserver.admission.serviceaccount;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.pod.ApiReferences;

/** A mirror pod shows what runs on a node anyhow: it may not reach for what the cluster keeps. */
final class MirrorPods {

    private MirrorPods() {}

    static void check(AdmissionRequest request, ApiObject pod) {
        if (!pod.text("spec", "serviceAccountName").isEmpty()) {
            throw request.forbidden("a mirror pod may not reference service accounts");
        }
        if (ApiReferences.namesSecret(pod)) {
            throw request.forbidden("a mirror pod may not reference secrets");
        }
        for (JsonNode volume : pod.elements("spec", "volumes")) {
            for (JsonNode source : volume.path("projected").path("sources")) {
                if (source.has("serviceAccountToken")) {
                    throw request.forbidden(
                            "a mirror pod may not use ServiceAccountToken volume projections");
                }
            }
        }
    }
}
