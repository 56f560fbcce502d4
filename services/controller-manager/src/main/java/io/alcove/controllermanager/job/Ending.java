package io.alcove.controllermanager.job;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.controllermanager.controller.Conditions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a Job ends, and why. */
record Ending(boolean success, String reason, String message) {

    private static final List<String> UNSUPPORTED =
            List.of("podFailurePolicy", "successPolicy", "backoffLimitPerIndex");

    /** Empty while it goes on. */
    static Optional<Ending> of(ApiObject job, int active, Instant now) {
        Optional<Ending> decided =
                announced(job, "SuccessCriteriaMet", true)
                        .or(() -> announced(job, "FailureTarget", false))
                        .or(() -> refusal(job));
        if (decided.isPresent()) {
            return decided;
        }
        if (Tally.total(job, "failed") > job.at("spec", "backoffLimit").asInt(6)) {
            return failed("BackoffLimitExceeded", "Job has reached the specified backoff limit");
        }
        if (untilDeadline(job, now).filter(left -> !left.isPositive()).isPresent()) {
            return failed("DeadlineExceeded", "Job was active longer than specified deadline");
        }
        int succeeded = Tally.total(job, "succeeded");
        boolean complete =
                job.at("spec").has("completions")
                        ? succeeded >= job.at("spec", "completions").asInt()
                        : succeeded > 0 && active == 0;
        return complete
                ? Optional.of(
                        new Ending(
                                true,
                                "CompletionsReached",
                                "Reached expected number of succeeded pods"))
                : Optional.empty();
    }

    static Optional<Duration> untilDeadline(ApiObject job, Instant now) {
        if (!job.at("spec").has("activeDeadlineSeconds")) {
            return Optional.empty();
        }
        Duration deadline = Duration.ofSeconds(job.at("spec", "activeDeadlineSeconds").asLong());
        return job.optionalText("status", "startTime")
                .map(start -> Duration.between(now, Instant.parse(start).plus(deadline)));
    }

    /** What was announced stays so, whatever the deletion of the last pods adds to the counts. */
    private static Optional<Ending> announced(ApiObject job, String type, boolean success) {
        return new Conditions(job, Instant.EPOCH)
                .find(type)
                .map(
                        c ->
                                new Ending(
                                        success,
                                        c.path("reason").asText(),
                                        c.path("message").asText()));
    }

    /** What this controller cannot do fails the Job by name, rather than run it otherwise. */
    private static Optional<Ending> refusal(ApiObject job) {
        if (job.text("spec", "completionMode").equals("Indexed")) {
            return failed("Unsupported", "spec.completionMode Indexed is not supported");
        }
        return UNSUPPORTED.stream()
                .filter(field -> job.at("spec").has(field))
                .findFirst()
                .flatMap(field -> failed("Unsupported", "spec." + field + " is not supported"));
    }

    private static Optional<Ending> failed(String reason, String message) {
        return Optional.of(new Ending(false, reason, message));
    }
}
