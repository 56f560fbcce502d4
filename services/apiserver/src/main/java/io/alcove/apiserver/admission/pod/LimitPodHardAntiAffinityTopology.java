package io.alcove.apiserver.admission.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.CoreResources;

/** Lets a pod keep others off its own node, and off no wider place. */
public final class LimitPodHardAntiAffinityTopology extends PodPlugin {

    public static final String NAME = "LimitPodHardAntiAffinityTopology";

    private static final String HOSTNAME = "kubernetes.io/hostname";

    public LimitPodHardAntiAffinityTopology() {
        super(NAME, Operation.CREATE, Operation.UPDATE);
    }

    @Override
    void validatePod(AdmissionRequest request) {
        ApiObject pod = request.newObject();
        for (JsonNode term :
                pod.elements(
                        "spec",
                        "affinity",
                        "podAntiAffinity",
                        "requiredDuringSchedulingIgnoredDuringExecution")) {
            String key = term.path("topologyKey").asText("");
            if (!key.equals(HOSTNAME)) {
                throw StatusException.forbidden(
                        CoreResources.PODS,
                        pod.name(),
                        "affinity.PodAntiAffinity.RequiredDuringScheduling has TopologyKey %s but only key %s is allowed"
                                .formatted(key, HOSTNAME));
            }
        }
    }
}
