package io.alcove.apimachinery.discovery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Writes lists of strings. */
final class Texts {

    private Texts() {}

    static void put(ObjectNode node, String field, List<String> texts) {
        ArrayNode array = node.putArray(field);
        texts.forEach(array::add);
    }

    static void putUnlessEmpty(ObjectNode node, String field, List<String> texts) {
        if (!texts.isEmpty()) {
            put(node, field, texts);
        }
    }
}
