package io.alcove.apiserver.storage;

import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import org.jspecify.annotations.Nullable;

/**
 * The store's medium failed: a full disk, a corrupt page, a lost peer. The message is for the log,
 * the status for the client, who is told no more than upstream tells.
 */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Status status;

    public StoreException(String message) {
        this(message, null, internal());
    }

    public StoreException(String message, Throwable cause) {
        this(message, cause, internal());
    }

    private StoreException(String message, @Nullable Throwable cause, Status status) {
        super(message, cause);
        this.status = status;
    }

    /** Nobody answered in time; a write may have happened. */
    public static StoreException unreachable(String message, Throwable cause) {
        return new StoreException(
                message,
                cause,
                Status.of(
                        StatusReason.TIMEOUT,
                        "Timeout: request did not complete within requested timeout - context"
                                + " deadline exceeded"));
    }

    /** The store refused, in words that upstream hands on. */
    public static StoreException answering(String answer, String message, Throwable cause) {
        return new StoreException(message, cause, Status.of(StatusReason.UNKNOWN, answer));
    }

    /** What upstream calls an internal error, and why it is one. */
    public static StoreException internal(String answer) {
        return new StoreException(answer, null, StatusException.internal(answer).status());
    }

    /** The same, with what led to it. */
    public static StoreException internal(String answer, Throwable cause) {
        return new StoreException(answer, cause, StatusException.internal(answer).status());
    }

    /** The same failure, for another caller who waited for it. */
    public StoreException again() {
        return new StoreException(String.valueOf(getMessage()), this, status);
    }

    public Status status() {
        return status;
    }

    private static Status internal() {
        return StatusException.internal("the store failed").status();
    }
}
