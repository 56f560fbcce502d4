package io.alcove.controllermanager.job;

import static io.alcove.controllermanager.controller.Resources.JOB;
import static io.alcove.controllermanager.controller.Resources.JOBS;
import static io.alcove.controllermanager.controller.Resources.PODS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.client.ResourceClient;
import io.alcove.client.controller.Expectations;
import io.alcove.client.controller.Result;
import io.alcove.client.event.EventRecorder;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.informer.Lister;
import io.alcove.client.queue.WorkQueue;
import io.alcove.controllermanager.controller.Condition;
import io.alcove.controllermanager.controller.Conditions;
import io.alcove.controllermanager.controller.Controller;
import io.alcove.controllermanager.controller.ControllerContext;
import io.alcove.controllermanager.ownership.Claimer;
import io.alcove.controllermanager.pod.OwnedPods;
import io.alcove.controllermanager.pod.PodControl;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Runs Jobs to their end. */
public final class JobController {

    private static final String NAME = "job-controller";

    private final Lister jobs;
    private final ResourceClient client;
    private final OwnedPods pods;
    private final Claimer claimer;
    private final JobPods writer;
    private final EventRecorder recorder;
    private final Expectations<ObjectName> expectations;
    private final FailurePauses pauses = new FailurePauses();
    private final Clock clock;

    private JobController(ControllerContext context, WorkQueue<ObjectName> queue) {
        clock = context.clock();
        expectations = new Expectations<>(clock);
        jobs = context.informer(JOBS).lister();
        client = context.client(JOBS);
        pods = new OwnedPods(context.informer(PODS), JOB, jobs, queue, expectations);
        claimer = new Claimer(client, context.client(PODS));
        recorder = context.recorder(NAME);
        writer = new JobPods(new PodControl(context.client(PODS), recorder), expectations);
    }

    public static Controller create(ControllerContext context) {
        WorkQueue<ObjectName> queue = context.queue(NAME);
        JobController controller = new JobController(context, queue);
        context.informer(JOBS).handler(ChangeHandler.onAny(job -> queue.add(job.objectName())));
        WorkQueue<ObjectName> orphans = context.queue("job-orphan-pods");
        context.informer(PODS).handler(ChangeHandler.onAny(pod -> orphans.add(pod.objectName())));
        OrphanPods orphanPods =
                new OrphanPods(
                        context.informer(PODS).lister(), context.client(JOBS), controller.writer);
        return Controller.of(
                context.loop(NAME, queue, controller::reconcile),
                context.loop("job-orphan-pods", orphans, orphanPods::reconcile));
    }

    private Result reconcile(ObjectName name) {
        Optional<ApiObject> found = jobs.get(name);
        if (found.isEmpty()) {
            expectations.forget(name);
            pauses.forget(name);
            return Result.DONE;
        }
        ApiObject observed = found.get();
        boolean mayAct = expectations.satisfied(name) && !observed.isBeingDeleted();
        LabelSelector selector = LabelSelector.of(observed.at("spec", "selector"));
        List<ApiObject> mine = claimer.claim(observed, selector, pods.candidates(observed));
        if (isFinished(observed)) {
            mine.stream()
                    .filter(pod -> pod.finalizers().contains(Tally.FINALIZER))
                    .forEach(writer::untrack);
            return Result.DONE;
        }
        ApiObject job = observed.copy();
        Instant now = clock.instant();
        Tally.count(job, mine);
        pauses.noted(name, Tally.total(observed, "failed"), Tally.total(job, "failed"), now);
        Result next = mayAct ? act(job, mine, now) : Result.DONE;
        ApiObject written = write(observed, job);
        Tally.counted(written, mine).forEach(writer::untrack);
        return next;
    }

    private Result act(ApiObject job, List<ApiObject> mine, Instant now) {
        List<ApiObject> active = Tally.active(mine);
        Conditions conditions = new Conditions(job, now);
        Optional<Ending> ending = Ending.of(job, active.size(), now);
        if (ending.isPresent()) {
            writer.delete(job, active);
            end(job, conditions, ending.get(), active.isEmpty() && Tally.terminating(mine) == 0);
            return Result.DONE;
        }
        if (job.at("spec", "suspend").asBoolean()) {
            writer.delete(job, active);
            job.with("status").remove("startTime");
            if (conditions.set(new Condition("Suspended", true, "JobSuspended", "Job suspended"))) {
                recorder.normal(job, "Suspended", "Job suspended");
            }
            return Result.DONE;
        }
        resume(job, conditions, now);
        Duration pause = pauses.left(job.objectName(), now);
        if (pause.isPositive()) {
            return Result.after(pause);
        }
        writer.scale(job, active, wanted(job, active.size()));
        return Ending.untilDeadline(job, now)
                .map(left -> Result.after(left.plusMillis(1)))
                .orElse(Result.DONE);
    }

    private void resume(ApiObject job, Conditions conditions, Instant now) {
        if (conditions.isTrue("Suspended")) {
            conditions.set(new Condition("Suspended", false, "JobResumed", "Job resumed"));
            recorder.normal(job, "Resumed", "Job resumed");
        }
        ObjectNode status = job.with("status");
        if (!status.has("startTime")) {
            status.put("startTime", now.truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }

    private static int wanted(ApiObject job, int active) {
        int parallelism = job.at("spec", "parallelism").asInt(1);
        int succeeded = Tally.total(job, "succeeded");
        if (job.at("spec").has("completions")) {
            return Math.min(parallelism, job.at("spec", "completions").asInt() - succeeded);
        }
        return succeeded > 0 ? Math.min(active, parallelism) : parallelism;
    }

    /** The ending is announced first, and final once no pod is left and all are counted. */
    private void end(ApiObject job, Conditions conditions, Ending ending, boolean quiet) {
        String announced = ending.success() ? "SuccessCriteriaMet" : "FailureTarget";
        if (conditions.find(announced).isEmpty()) {
            conditions.set(new Condition(announced, true, ending.reason(), ending.message()));
        }
        if (!quiet || !Tally.isSettled(job)) {
            return;
        }
        String type = ending.success() ? "Complete" : "Failed";
        conditions.set(new Condition(type, true, ending.reason(), ending.message()));
        if (ending.success()) {
            String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
            job.with("status").put("completionTime", now);
            recorder.normal(job, "Completed", "Job completed");
        } else {
            recorder.warning(job, ending.reason(), ending.message());
        }
    }

    private ApiObject write(ApiObject observed, ApiObject job) {
        return JsonValues.equal(observed.at("status"), job.at("status"))
                ? observed
                : client.updateStatus(job);
    }

    private static boolean isFinished(ApiObject job) {
        Conditions conditions = new Conditions(job, Instant.EPOCH);
        return conditions.isTrue("Complete") || conditions.isTrue("Failed");
    }
}
