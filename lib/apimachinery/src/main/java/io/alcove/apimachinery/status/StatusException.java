package io.alcove.apimachinery.status;

import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.object.GroupResource;
import java.util.List;

/**
 * Ends a request with a {@link Status}. The factories write upstream's messages, on which clients
 * match.
 */
public final class StatusException extends RuntimeException {

    private final transient Status status;

    public StatusException(Status status) {
        super(status.message(), null, false, false);
        this.status = status;
    }

    public Status status() {
        return status;
    }

    public boolean is(StatusReason reason) {
        return status.is(reason);
    }

    public static StatusException notFound(GroupResource resource, String name) {
        return about(
                StatusReason.NOT_FOUND,
                resource,
                name,
                resource + " " + GoText.quote(name) + " not found");
    }

    public static StatusException alreadyExists(GroupResource resource, String name) {
        return about(
                StatusReason.ALREADY_EXISTS,
                resource,
                name,
                resource + " " + GoText.quote(name) + " already exists");
    }

    public static StatusException conflict(GroupResource resource, String name, String why) {
        return about(
                StatusReason.CONFLICT,
                resource,
                name,
                "Operation cannot be fulfilled on "
                        + resource
                        + " "
                        + GoText.quote(name)
                        + ": "
                        + why);
    }

    /** The conflict of a write whose resourceVersion is not the object's present one. */
    public static StatusException staleResourceVersion(GroupResource resource, String name) {
        return conflict(
                resource,
                name,
                "the object has been modified; please apply your changes to the latest version and try again");
    }

    public static StatusException forbidden(GroupResource resource, String name, String why) {
        return about(
                StatusReason.FORBIDDEN,
                resource,
                name,
                resource
                        + (name.isEmpty() ? "" : " " + GoText.quote(name))
                        + " is forbidden: "
                        + why);
    }

    /** The refusal of a whole object with one cause for each invalid field. */
    public static StatusException invalid(GroupKind kind, String name, List<StatusCause> causes) {
        List<String> fields =
                causes.stream().map(c -> c.field() + ": " + c.message()).distinct().toList();
        String list = String.join(", ", fields);
        if (fields.size() > 1) {
            list = "[" + list + "]";
        }
        return new StatusException(
                new Status(
                        StatusReason.INVALID.code(),
                        StatusReason.INVALID.word(),
                        kind + " " + GoText.quote(name) + " is invalid: " + list,
                        new Status.Details(kind.group(), kind.kind(), name, "", causes, 0)));
    }

    public static StatusException badRequest(String message) {
        return new StatusException(Status.of(StatusReason.BAD_REQUEST, message));
    }

    public static StatusException unauthorized() {
        return new StatusException(Status.of(StatusReason.UNAUTHORIZED, "Unauthorized"));
    }

    public static StatusException methodNotAllowed(GroupResource resource, String action) {
        return about(
                StatusReason.METHOD_NOT_ALLOWED,
                resource,
                "",
                action + " is not supported on resources of kind \"" + resource + "\"");
    }

    /** Upstream's 410 for a list or watch from a revision that is compacted. */
    public static StatusException expired(String message) {
        return new StatusException(Status.of(StatusReason.EXPIRED, message));
    }

    public static StatusException tooManyRequests(String message, int retryAfterSeconds) {
        return new StatusException(
                new Status(
                        StatusReason.TOO_MANY_REQUESTS.code(),
                        StatusReason.TOO_MANY_REQUESTS.word(),
                        message,
                        new Status.Details("", "", "", "", List.of(), retryAfterSeconds)));
    }

    public static StatusException internal(String message) {
        return new StatusException(
                new Status(
                        StatusReason.INTERNAL_ERROR.code(),
                        StatusReason.INTERNAL_ERROR.word(),
                        "Internal error occurred: " + message,
                        new Status.Details(
                                "", "", "", "", List.of(new StatusCause("", message, "")), 0)));
    }

    private static StatusException about(
            StatusReason reason, GroupResource resource, String name, String message) {
        return new StatusException(
                new Status(
                        reason.code(),
                        reason.word(),
                        message,
                        new Status.Details(
                                resource.group(), resource.resource(), name, "", List.of(), 0)));
    }
}
