package io.alcove.apimachinery.table;

import io.alcove.apimachinery.object.ApiObject;
import java.util.ArrayList;
import java.util.List;

/** The rows of dynamic resource allocation. */
final class DeviceCells {

    private DeviceCells() {}

    static void taintRule(Cells row) {
        row.name().text("", "spec", "taint", "key").text("", "spec", "taint", "value");
        row.text("", "spec", "taint", "effect");
        String added = row.object().text("spec", "taint", "timeAdded");
        row.text(added.isEmpty() ? "" : row.since(added)).age();
    }

    static void claim(Cells row) {
        row.name().text(state(row.object())).age();
    }

    static void slice(Cells row) {
        row.name().text("", "spec", "nodeName").text("", "spec", "driver");
        row.text("", "spec", "pool", "name").age();
    }

    private static String state(ApiObject claim) {
        List<String> states = new ArrayList<>();
        if (claim.isBeingDeleted()) {
            states.add("deleted");
        }
        if (claim.at("status", "allocation").isObject()) {
            states.add("allocated");
            if (!claim.at("status", "reservedFor").isEmpty()) {
                states.add("reserved");
            }
        } else if (!claim.isBeingDeleted()) {
            states.add("pending");
        }
        return String.join(",", states);
    }
}
