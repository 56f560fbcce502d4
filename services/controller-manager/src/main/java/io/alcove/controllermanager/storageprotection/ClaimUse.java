package io.alcove.controllermanager.storageprotection;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Which claims a pod uses. */
final class ClaimUse {

    private ClaimUse() {}

    /** The names of claims among a pod's volumes, of its own or made for it. */
    static List<String> claims(ApiObject pod) {
        List<String> names = new ArrayList<>();
        for (JsonNode volume : pod.elements("spec", "volumes")) {
            if (volume.has("persistentVolumeClaim")) {
                names.add(volume.path("persistentVolumeClaim").path("claimName").asText());
            } else if (volume.has("ephemeral")) {
                names.add(pod.name() + "-" + volume.path("name").asText());
            }
        }
        return names;
    }

    /** A pod that is on no node yet cannot start any more with a claim that is to go. */
    static boolean isUsed(ApiObject claim, Collection<ApiObject> pods) {
        return pods.stream()
                .filter(pod -> !pod.text("spec", "nodeName").isEmpty())
                .anyMatch(pod -> uses(pod, claim));
    }

    private static boolean uses(ApiObject pod, ApiObject claim) {
        for (JsonNode volume : pod.elements("spec", "volumes")) {
            boolean own =
                    volume.path("persistentVolumeClaim")
                            .path("claimName")
                            .asText("")
                            .equals(claim.name());
            if (own || (volume.has("ephemeral") && isMadeFor(pod, claim) && !isShutDown(pod))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMadeFor(ApiObject pod, ApiObject claim) {
        return claims(pod).contains(claim.name())
                && claim.controller().filter(owner -> owner.uid().equals(pod.uid())).isPresent();
    }

    /** The pod may wait for this claim to go: its volumes are given up already. */
    private static boolean isShutDown(ApiObject pod) {
        return pod.isBeingDeleted()
                && pod.at("metadata", "deletionGracePeriodSeconds").asLong(-1) == 0;
    }
}
