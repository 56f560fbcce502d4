package io.alcove.apiserver.pipeline;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.request.RequestInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** How many requests are worked on at once; what is over is refused, never queued. */
public final class InFlightLimit {

    private static final Set<String> READ_ONLY = Set.of("get", "list", "head", "options");
    private static final int RETRY_AFTER_SECONDS = 1;

    private final int readOnlyLimit;
    private final int mutatingLimit;
    private final Semaphore readOnly;
    private final Semaphore mutating;

    /**
     * @param readOnly --max-requests-inflight
     * @param mutating --max-mutating-requests-inflight
     */
    public InFlightLimit(int readOnly, int mutating) {
        this.readOnlyLimit = readOnly;
        this.mutatingLimit = mutating;
        this.readOnly = new Semaphore(readOnly);
        this.mutating = new Semaphore(mutating);
    }

    /**
     * @return to be closed when the request is done; what goes on for long holds nothing
     * @throws StatusException 429
     */
    public Permit enter(RequestInfo request) {
        if (request.isLongRunning()) {
            return () -> {};
        }
        Semaphore semaphore = READ_ONLY.contains(request.verb()) ? readOnly : mutating;
        if (!semaphore.tryAcquire()) {
            throw StatusException.tooManyRequests(
                    "Too many requests, please try again later.", RETRY_AFTER_SECONDS);
        }
        return semaphore::release;
    }

    /** How many are worked on now, by what upstream calls their kind. */
    public Map<List<String>, Double> inFlight() {
        return Map.of(
                List.of("readOnly"), (double) (readOnlyLimit - readOnly.availablePermits()),
                List.of("mutating"), (double) (mutatingLimit - mutating.availablePermits()));
    }

    /** The right to be worked on. */
    public interface Permit extends AutoCloseable {
        @Override
        void close();
    }
}
