package io.alcove.apiserver.admission.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.PluginSettings;
import java.util.List;

/** Lets pods outlive a short failure of their node. */
public final class DefaultTolerationSeconds extends PodPlugin {

    public static final String NAME = "DefaultTolerationSeconds";

    private static final String NO_EXECUTE = "NoExecute";
    private static final String NOT_READY = "node.kubernetes.io/not-ready";
    private static final String UNREACHABLE = "node.kubernetes.io/unreachable";

    private final PluginSettings settings;

    public DefaultTolerationSeconds(PluginSettings settings) {
        super(NAME, Operation.CREATE, Operation.UPDATE);
        this.settings = settings;
    }

    @Override
    void mutatePod(AdmissionRequest request) {
        ApiObject pod = request.newObject();
        List<JsonNode> own = Tolerations.of(pod);
        tolerate(pod, own, NOT_READY, settings.notReadyTolerationSeconds());
        tolerate(pod, own, UNREACHABLE, settings.unreachableTolerationSeconds());
    }

    private static void tolerate(ApiObject pod, List<JsonNode> own, String key, long seconds) {
        if (own.stream().noneMatch(toleration -> speaksOf(toleration, key))) {
            Tolerations.add(
                    pod, Tolerations.exists(key, NO_EXECUTE).put("tolerationSeconds", seconds));
        }
    }

    private static boolean speaksOf(JsonNode toleration, String key) {
        String itsKey = toleration.path("key").asText("");
        String effect = toleration.path("effect").asText("");
        return (itsKey.isEmpty() || itsKey.equals(key))
                && (effect.isEmpty() || effect.equals(NO_EXECUTE));
    }
}
