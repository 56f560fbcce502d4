package io.alcove.apiserver.admission.event;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.Complaints;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Bounds events by server, namespace, user, or what they are about. */
public final class EventRateLimit implements AdmissionPlugin {

    public static final String NAME = "EventRateLimit";

    private final List<EventLimit> limits;

    /**
     * @param configuration an eventratelimit Configuration
     * @throws IllegalArgumentException where it is not valid; it must have limits
     */
    public EventRateLimit(JsonNode configuration, InstantSource clock) {
        if (configuration.path("limits").isEmpty()) {
            throw new IllegalArgumentException("limits: Invalid value: null: must not be empty");
        }
        this.limits =
                configuration
                        .path("limits")
                        .valueStream()
                        .map(limit -> EventLimit.of(limit, clock))
                        .toList();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.CREATE, Operation.UPDATE);
    }

    @Override
    public void validate(AdmissionRequest request) {
        boolean event = request.kind().group().isEmpty() && request.kind().kind().equals("Event");
        if (!event || request.dryRun()) {
            return;
        }
        Complaints complaints = new Complaints();
        for (EventLimit limit : limits) {
            limit.complaint(request).ifPresent(complaints::add);
        }
        if (!complaints.isEmpty()) {
            throw new StatusException(
                    Status.of(StatusReason.TOO_MANY_REQUESTS, "Too many requests: " + complaints));
        }
    }
}
