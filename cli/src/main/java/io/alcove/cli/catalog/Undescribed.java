package io.alcove.cli.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A schema without its descriptions, which are half of it and mean nothing to a server. */
final class Undescribed {

    private Undescribed() {}

    /** In place. A property may be called "description" and stays. */
    static JsonNode of(JsonNode schema) {
        switch (schema) {
            case ObjectNode object -> {
                object.properties()
                        .removeIf(
                                e -> e.getKey().equals("description") && e.getValue().isTextual());
                object.properties()
                        .forEach(
                                e -> {
                                    if (e.getKey().equals("properties")) {
                                        e.getValue().forEach(Undescribed::of);
                                    } else {
                                        of(e.getValue());
                                    }
                                });
            }
            case ArrayNode array -> array.forEach(Undescribed::of);
            default -> {}
        }
        return schema;
    }
}
