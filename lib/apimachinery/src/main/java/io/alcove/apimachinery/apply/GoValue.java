package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;

/** Values as upstream's messages show them. */
final class GoValue {

    private GoValue() {}

    static String text(JsonNode value) {
        return GoJson.text(value);
    }
}
