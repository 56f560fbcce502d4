package io.alcove.apiserver.kinds.warning;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.function.Consumer;

/** What single kinds of workloads warn of beside their templates. */
final class WorkloadWarnings {

    private static final int MANY_COMPLETIONS = 100_000;
    private static final int MANY_AT_ONCE = 10_000;

    private WorkloadWarnings() {}

    static void job(Inspection spec, Consumer<String> texts) {
        if (spec.field("completionMode").is("Indexed")
                && spec.field("completions").number() > MANY_COMPLETIONS
                && spec.field("parallelism").number() > MANY_AT_ONCE) {
            texts.accept(
                    spec.path()
                            + ": In Indexed Jobs with a number of completions higher than 10^5 and a"
                            + " parallelism higher than 10^4, Kubernetes might not be able to track"
                            + " completedIndexes when a big number of indexes fail");
        }
    }

    /** A CronJob whose schedule names a time zone, which is told of when it is changed. */
    static final class OfCronJob implements Warnings {

        @Override
        public void check(Inspection cronJob, Consumer<String> texts) {
            job(cronJob.at("spec", "jobTemplate", "spec"), texts);
        }

        @Override
        public void checkUpdate(Inspection cronJob, ApiObject old, Consumer<String> texts) {
            if (cronJob.at("spec", "schedule").text().contains("TZ")) {
                texts.accept(
                        "cannot use TZ or CRON_TZ in spec.spec.schedule, use timeZone instead, see"
                                + " https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/"
                                + " for more details");
            }
        }
    }

    /** A StatefulSet, with its claims. */
    static final class OfStatefulSet implements Warnings {

        @Override
        public void check(Inspection set, Consumer<String> texts) {
            PodWarnings.template(set.at("spec", "template"), texts);
            // upstream leaves out the field of the claim's spec
            set.at("spec", "volumeClaimTemplates")
                    .each(c -> ClaimWarnings.spec(c.holding(c.node().path("spec")), texts));
            history(set, texts);
        }

        @Override
        public void checkUpdate(Inspection set, ApiObject old, Consumer<String> texts) {
            if (!set.at("metadata", "generation").isSame(old.at("metadata", "generation"))) {
                PodWarnings.template(set.at("spec", "template"), texts);
            }
            set.at("spec", "volumeClaimTemplates")
                    .each(c -> ClaimWarnings.spec(c.field("Spec", c.node().path("spec")), texts));
            history(set, texts);
        }

        private static void history(Inspection set, Consumer<String> texts) {
            if (set.at("spec", "revisionHistoryLimit").number() < 0) {
                texts.accept(
                        "spec.revisionHistoryLimit: a negative value retains all historical"
                                + " revisions; a value >= 0 is recommended");
            }
        }
    }
}
