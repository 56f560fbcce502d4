package io.alcove.apiserver.audit;

import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.time.Clock;

/** Tells a sink of requests, as much as the policy wants. */
public final class Audit implements AutoCloseable {

    private final AuditPolicy policy;
    private final AuditSink sink;
    private final Clock clock;

    public Audit(AuditPolicy policy, AuditSink sink, Clock clock) {
        this.policy = policy;
        this.sink = sink;
        this.clock = clock;
    }

    /** Tells nothing of anybody. */
    public static Audit none(Clock clock) {
        return new Audit(new AuditPolicy(java.util.List.of()), AuditSink.NONE, clock);
    }

    /** The trail of one request, whose first stage is told at once. */
    public AuditTrail begin(AuditedRequest request) {
        AuditDecision decision = policy.decide(request.user(), request.info());
        AuditTrail trail = new AuditTrail(decision, request, sink, clock);
        trail.reached(Stage.REQUEST_RECEIVED);
        return trail;
    }

    /** Whether anything would be told of such a request. */
    boolean wants(UserInfo user, RequestInfo info) {
        return policy.decide(user, info).level() != Level.NONE;
    }

    @Override
    public void close() {
        sink.close();
    }
}
