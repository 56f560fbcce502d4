package io.alcove.syncer.sync;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.syncer.host.HostUnavailableException;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Carries out the steps of a plan, one after the other, until one fails. */
final class StepRunner {

    private static final Logger LOG = Logger.getLogger(StepRunner.class);

    private final DownWriter down;
    private final UpWriter up;
    private final TokenMint tokens;
    private final TenantEvents tenantEvents;

    StepRunner(DownWriter down, UpWriter up, TokenMint tokens, TenantEvents tenantEvents) {
        this.down = down;
        this.up = up;
        this.tokens = tokens;
        this.tenantEvents = tenantEvents;
    }

    Outcome run(KindSync kind, List<Step> steps, long sinceNanos) {
        Outcome outcome = new Outcome.Settled();
        for (Step step : steps) {
            try {
                if (step instanceof Step.LookAgain(Duration delay)) {
                    outcome = new Outcome.Later(delay);
                } else {
                    run(kind, step, sinceNanos);
                }
            } catch (StatusException e) {
                return refused(kind, step, e, sinceNanos);
            } catch (HostUnavailableException e) {
                LOG.warnf("host unavailable kind=%s cause=%s", kind.hostResource(), e.getMessage());
                return new Outcome.Failed();
            }
        }
        return outcome;
    }

    private void run(KindSync kind, Step step, long sinceNanos) {
        switch (step) {
            case Step.ApplyDown apply -> down.apply(kind, apply, sinceNanos);
            case Step.DeleteDown delete -> down.delete(kind, delete, sinceNanos);
            case Step.MintTokens mint -> tokens.mint(mint.virtualPod());
            case Step.StatusUp status -> up.status(kind, status, sinceNanos);
            case Step.BindUp bind -> up.bind(kind, bind, sinceNanos);
            case Step.DeleteUp delete -> up.delete(kind, delete, sinceNanos);
            case Step.Refuse refuse ->
                    tenantEvents.warn(refuse.virtualObject(), refuse.reason(), refuse.message());
            case Step.LookAgain _ -> {}
        }
    }

    private Outcome refused(KindSync kind, Step step, StatusException e, long sinceNanos) {
        boolean isFinal = e.is(StatusReason.INVALID) || e.is(StatusReason.BAD_REQUEST);
        LOG.warnf(
                "step refused step=%s kind=%s reason=%s message=%s",
                step.getClass().getSimpleName(),
                kind.virtualResource(),
                e.status().reason(),
                e.getMessage());
        if (step instanceof Step.ApplyDown apply) {
            down.refused(kind, apply, e, isFinal, sinceNanos);
            tenantEvents.warn(apply.virtualObject(), "SyncFailed", e.status().message());
        }
        return isFinal ? new Outcome.Settled() : new Outcome.Failed();
    }
}
