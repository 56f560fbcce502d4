package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import java.util.List;
import java.util.OptionalLong;

/** What clients say of resourceVersion. */
final class ResourceVersions {

    private ResourceVersions() {}

    /** Empty where the text is no number, or none that a store can have. */
    static OptionalLong parse(String text) {
        try {
            return OptionalLong.of(Long.parseUnsignedLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    static String syntaxProblem(String text) {
        return "strconv.ParseUint: parsing \"" + text + "\": invalid syntax";
    }

    static String malformed(String text) {
        return "resourceVersion: Invalid value: \"" + text + "\": " + syntaxProblem(text);
    }

    /** Refuses an update of another state than the present one; fills in what was not given. */
    static void match(Write write, UpdateRules rules, ApiObject object, long present) {
        String given = object.resourceVersion();
        GroupResource resource = write.resource().name();
        long revision = 0;
        if (!given.isEmpty()) {
            revision = parse(given).orElseThrow(() -> unreadable(syntaxProblem(given)));
        }
        if (revision == 0 && rules.allowsUnconditionalUpdate()) {
            object.with("metadata").put("resourceVersion", Long.toString(present));
        } else if (revision == 0) {
            throw StatusException.invalid(
                    new GroupKind(resource.group(), resource.resource()),
                    write.urlName(),
                    List.of(
                            StatusCause.invalid(
                                    "metadata.resourceVersion",
                                    0,
                                    "must be specified for an update")));
        } else if (revision != present) {
            throw StatusException.staleResourceVersion(resource, write.urlName());
        }
    }

    /** Upstream has no reason for these and answers 500. */
    static StatusException unreadable(String message) {
        return new StatusException(Status.of(StatusReason.UNKNOWN, message));
    }
}
