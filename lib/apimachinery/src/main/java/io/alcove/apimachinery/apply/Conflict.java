package io.alcove.apimachinery.apply;

import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusReason;
import java.util.ArrayList;
import java.util.List;

/** A field that an applier would change and that another manager owns. */
record Conflict(ManagerKey manager, FieldPath path) {

    /** Upstream's answer to an apply that is not forced; the conflicts are sorted by manager. */
    static Status status(List<Conflict> conflicts) {
        List<StatusCause> causes =
                conflicts.stream()
                        .map(
                                c ->
                                        new StatusCause(
                                                "FieldManagerConflict",
                                                "conflict with " + c.manager(),
                                                c.path().toString()))
                        .toList();
        return new Status(
                StatusReason.CONFLICT.code(),
                StatusReason.CONFLICT.word(),
                message(conflicts),
                new Status.Details("", "", "", "", causes, 0));
    }

    private static String message(List<Conflict> conflicts) {
        if (conflicts.size() == 1) {
            Conflict only = conflicts.getFirst();
            return "Apply failed with 1 conflict: conflict with "
                    + only.manager()
                    + ": "
                    + only.path();
        }
        List<String> lines = new ArrayList<>();
        String section = "";
        for (Conflict conflict : conflicts) {
            String title = "conflicts with " + conflict.manager() + ":";
            if (!title.equals(section)) {
                lines.add(title);
                section = title;
            }
            lines.add("- " + conflict.path());
        }
        return "Apply failed with " + conflicts.size() + " conflicts: " + String.join("\n", lines);
    }
}
