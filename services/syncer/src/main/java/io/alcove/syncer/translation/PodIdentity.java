package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.List;

/** Who the pod is: its own name as hostname, the operator's account as the host's view of it. */
final class PodIdentity implements PodRewrite {

    private static final int MAX_HOSTNAME = 63;

    private final String hostServiceAccount;

    PodIdentity(String hostServiceAccount) {
        this.hostServiceAccount = hostServiceAccount;
    }

    @Override
    public void rewrite(ObjectNode spec, ApiObject virtualPod, PodSurroundings surroundings) {
        spec.remove(
                List.of(
                        "serviceAccount",
                        // A subdomain would write the host namespace into /etc/hosts.
                        "subdomain",
                        // Classes are the host's; admission there refuses foreign numbers.
                        "priority",
                        "priorityClassName",
                        "preemptionPolicy"));
        spec.put("serviceAccountName", hostServiceAccount);
        spec.put("automountServiceAccountToken", false);
        if (spec.has("runtimeClassName")) {
            spec.remove("overhead");
        }
        if (!spec.path("hostNetwork").asBoolean()) {
            spec.put("hostname", spec.path("hostname").asText(hostname(virtualPod.name())));
        }
    }

    private static String hostname(String podName) {
        String label = podName.replace('.', '-');
        if (label.length() > MAX_HOSTNAME) {
            label = label.substring(0, MAX_HOSTNAME);
        }
        return label.replaceAll("-+$", "");
    }
}
