package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.alcove.apimachinery.object.ApiObject;
import java.time.Instant;

/** The cells of one object's row, in the order in which they are added. */
final class Cells {

    private final ApiObject object;
    private final Instant now;
    private final ArrayNode cells = JsonNodeFactory.instance.arrayNode();

    Cells(ApiObject object, Instant now) {
        this.object = object;
        this.now = now;
    }

    ApiObject object() {
        return object;
    }

    Cells name() {
        return text(object.name());
    }

    Cells age() {
        return text(since(object.text("metadata", "creationTimestamp")));
    }

    /** The time since a timestamp as people read it. */
    String since(String timestamp) {
        return HumanDuration.since(timestamp, now);
    }

    Instant now() {
        return now;
    }

    Cells text(String text) {
        cells.add(text);
        return this;
    }

    /** The text at a path; where it is absent, what stands for that. */
    Cells text(String absent, String... path) {
        return text(object.optionalText(path).orElse(absent));
    }

    Cells number(long number) {
        cells.add(number);
        return this;
    }

    Cells number(String... path) {
        return number(object.at(path).longValue());
    }

    Cells bool(boolean value) {
        cells.add(value);
        return this;
    }

    Cells value(JsonNode value) {
        cells.add(value);
        return this;
    }

    ArrayNode toJson() {
        return cells;
    }
}
