package io.alcove.controllermanager.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Counts in a status, left out where they are zero, as upstream's encoding does. */
public record Counts(ObjectNode status) {

    public Counts put(String field, long count) {
        if (count == 0) {
            status.remove(field);
        } else {
            status.put(field, count);
        }
        return this;
    }

    /** Numbers of other widths equal each other in JSON, but not in Jackson. */
    public static boolean differ(ObjectNode a, ObjectNode b, List<String> fields) {
        return fields.stream()
                .anyMatch(f -> a.has(f) != b.has(f) || a.path(f).asLong() != b.path(f).asLong());
    }
}
