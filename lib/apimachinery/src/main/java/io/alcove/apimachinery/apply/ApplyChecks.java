package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import java.util.List;

/** What is refused before an apply begins. */
final class ApplyChecks {

    private ApplyChecks() {}

    static void check(GroupVersionKind kind, Shape shape, ObjectNode applied) {
        ApiObject object = ApiObject.of(applied);
        GroupVersionKind given = object.groupVersionKind();
        if (!given.equals(kind)) {
            throw StatusException.badRequest("invalid object type: " + given);
        }
        JsonNode managedFields = object.at("metadata", "managedFields");
        if (managedFields.isArray()) {
            throw StatusException.badRequest("metadata.managedFields must be nil");
        }
        List<String> problems = Validator.problems(shape, applied);
        if (!problems.isEmpty()) {
            throw untypable(object, given, problems);
        }
    }

    private static StatusException untypable(
            ApiObject object, GroupVersionKind kind, List<String> problems) {
        String list =
                problems.size() == 1
                        ? problems.getFirst()
                        : "errors:\n  " + String.join("\n  ", problems);
        String message =
                "failed to create typed patch object ("
                        + object.namespace()
                        + "/"
                        + object.name()
                        + "; "
                        + kind
                        + "): "
                        + list;
        return new StatusException(Status.of(StatusReason.UNKNOWN, message));
    }
}
