package io.alcove.apiserver.audit;

import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Tells a sink of requests, as much as the policy wants. */
public final class Audit implements AutoCloseable {

    private final AuditPolicy policy;
    private final AuditSink sink;
    private final Clock clock;

    /** It keeps nothing, so that all share it. */
    private final AuditTrail untold;

    public Audit(AuditPolicy policy, AuditSink sink, Clock clock) {
        this.policy = policy;
        this.sink = sink;
        this.clock = clock;
        this.untold = new AuditTrail(AuditPolicy.NOTHING, AuditedRequest.UNKNOWN, sink, clock);
    }

    /** Tells nothing of anybody. */
    public static Audit none(Clock clock) {
        return new Audit(new AuditPolicy(List.of()), AuditSink.NONE, clock);
    }

    /**
     * The trail of one request, whose first stage is told at once.
     *
     * @param request asked for only where something is told of it
     */
    public AuditTrail begin(UserInfo user, RequestInfo info, Supplier<AuditedRequest> request) {
        AuditDecision decision = policy.decide(user, info);
        if (decision.level() == Level.NONE) {
            return untold;
        }
        AuditTrail trail = new AuditTrail(decision, request.get(), sink, clock);
        trail.reached(Stage.REQUEST_RECEIVED);
        return trail;
    }

    @Override
    public void close() {
        sink.close();
    }
}
