package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.Inspection;
import org.jspecify.annotations.Nullable;

/** pods/ephemeralcontainers adds containers, and changes or removes none. */
public final class EphemeralContainersValidation {

    private static final String FIELD = "ephemeralContainers";

    private EphemeralContainersValidation() {}

    public static void check(Inspection pod, ApiObject old) {
        if (old.annotation(PodAnnotations.MIRROR).isPresent()) {
            pod.add(StatusCause.forbidden("[]", "static pods do not support ephemeral containers"));
            return;
        }
        PodValidation.metadataAndSpec(pod);
        PodValidation.annotations(pod, old);
        Inspection containers = pod.at("spec", FIELD);
        for (JsonNode before : old.at("spec", FIELD)) {
            kept(containers, before);
        }
    }

    private static void kept(Inspection containers, JsonNode before) {
        String name = before.path("name").asText("");
        JsonNode now = find(containers.node(), name);
        if (now == null) {
            containers.forbidden(
                    "existing ephemeral containers "
                            + GoText.quote(name)
                            + " may not be removed\n");
        } else if (!JsonValues.equal(now, before)) {
            containers.forbidden(
                    "existing ephemeral containers "
                            + GoText.quote(name)
                            + " may not be changed\n"
                            + containers.structs().diff("core.EphemeralContainer", before, now));
        }
    }

    private static @Nullable JsonNode find(JsonNode containers, String name) {
        JsonNode found = null;
        for (JsonNode container : containers) {
            if (container.path("name").asText("").equals(name)) {
                found = container;
            }
        }
        return found;
    }
}
