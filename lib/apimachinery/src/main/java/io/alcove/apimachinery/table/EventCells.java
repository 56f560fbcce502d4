package io.alcove.apimachinery.table;

import io.alcove.apimachinery.object.ApiObject;
import java.util.Locale;

/** The row of an event, in the core group's form or in that of events.k8s.io. */
final class EventCells {

    private EventCells() {}

    static void print(Cells row) {
        ApiObject event = row.object();
        boolean core = event.apiVersion().equals("v1");
        String about = core ? "involvedObject" : "regarding";
        String first = first(row, event.text(core ? "firstTimestamp" : "deprecatedFirstTimestamp"));
        String last = event.text(core ? "lastTimestamp" : "deprecatedLastTimestamp");
        long count = event.at(core ? "count" : "deprecatedCount").asLong();
        String lastSeen = last.isEmpty() ? first : row.since(last);
        if (event.at("series").isObject()) {
            lastSeen = row.since(event.text("series", "lastObservedTime"));
            count = event.at("series", "count").asLong();
        } else if (count == 0) {
            count = 1;
        }
        row.text(lastSeen).text(event.text("type")).text(event.text("reason"));
        row.text(target(event.text(about, "kind"), event.text(about, "name")));
        row.text(event.text(about, "fieldPath"));
        row.text(source(event, core ? "source" : "deprecatedSource"));
        row.text(event.text(core ? "message" : "note").strip());
        row.text(first).number(count).name();
    }

    private static String first(Cells row, String timestamp) {
        return row.since(Texts.orElse(timestamp, row.object().text("eventTime")));
    }

    private static String target(String kind, String name) {
        return kind.toLowerCase(Locale.ROOT) + (name.isEmpty() ? "" : "/" + name);
    }

    private static String source(ApiObject event, String source) {
        boolean core = source.equals("source");
        String controller = event.text(core ? "reportingComponent" : "reportingController");
        String component = Texts.orElse(event.text(source, "component"), controller);
        String instance = Texts.orElse(event.text(source, "host"), event.text("reportingInstance"));
        return component + (instance.isEmpty() ? "" : ", " + instance);
    }
}
