package io.alcove.controllermanager.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What a Deployment asks for, in numbers of pods. */
record RolloutSpec(
        int replicas,
        boolean recreate,
        int maxSurge,
        int maxUnavailable,
        boolean paused,
        Optional<Duration> progressDeadline,
        OptionalInt historyLimit) {

    static RolloutSpec of(ApiObject deployment) {
        int replicas = deployment.at("spec", "replicas").asInt(1);
        boolean recreate = deployment.text("spec", "strategy", "type").equals("Recreate");
        JsonNode rolling = deployment.at("spec", "strategy", "rollingUpdate");
        int surge = recreate ? 0 : scaled(rolling.path("maxSurge"), replicas, true);
        int unavailable = recreate ? 0 : scaled(rolling.path("maxUnavailable"), replicas, false);
        if (!recreate && surge == 0 && unavailable == 0) {
            // both may round to nothing, and then nothing would ever move
            unavailable = 1;
        }
        return new RolloutSpec(
                replicas,
                recreate,
                surge,
                Math.min(unavailable, replicas),
                deployment.at("spec", "paused").asBoolean(),
                deadline(deployment.at("spec", "progressDeadlineSeconds")),
                limit(deployment.at("spec", "revisionHistoryLimit")));
    }

    int minAvailable() {
        return replicas - maxUnavailable;
    }

    private static int scaled(JsonNode value, int total, boolean up) {
        if (!value.isTextual()) {
            return value.asInt();
        }
        int percent = Integer.parseInt(value.textValue().replace("%", ""));
        double scaled = percent * (double) total / 100;
        return (int) (up ? Math.ceil(scaled) : Math.floor(scaled));
    }

    /** The greatest number stands for none. */
    private static Optional<Duration> deadline(JsonNode seconds) {
        return seconds.isNumber() && seconds.asInt() != Integer.MAX_VALUE
                ? Optional.of(Duration.ofSeconds(seconds.asInt()))
                : Optional.empty();
    }

    private static OptionalInt limit(JsonNode limit) {
        return limit.isNumber() && limit.asInt() != Integer.MAX_VALUE
                ? OptionalInt.of(limit.asInt())
                : OptionalInt.empty();
    }
}
