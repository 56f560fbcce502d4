package io.alcove.apimachinery.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The object or array that the last step of a path goes into. */
sealed interface JsonContainer {

    /** A missing node for an absent member; an array's bad index is a failure. */
    JsonNode get(String key);

    void set(String key, JsonNode value);

    void add(String key, JsonNode value);

    void remove(String key);

    record Members(ObjectNode node) implements JsonContainer {

        @Override
        public JsonNode get(String key) {
            return node.path(key);
        }

        @Override
        public void set(String key, JsonNode value) {
            node.set(key, value);
        }

        @Override
        public void add(String key, JsonNode value) {
            node.set(key, value);
        }

        @Override
        public void remove(String key) {
            if (node.remove(key) == null) {
                throw new JsonPatchFailure("no such key: " + key);
            }
        }
    }

    record Elements(ArrayNode node) implements JsonContainer {

        @Override
        public JsonNode get(String key) {
            JsonNode element = node.get(index(number(key), node.size()));
            return element == null ? MissingNode.getInstance() : element;
        }

        @Override
        public void set(String key, JsonNode value) {
            node.set(index(number(key), node.size()), value);
        }

        @Override
        public void add(String key, JsonNode value) {
            if (key.equals("-")) {
                node.add(value);
            } else {
                node.insert(index(number(key), node.size() + 1), value);
            }
        }

        @Override
        public void remove(String key) {
            node.remove(index(number(key), node.size()));
        }

        /** Upstream takes negative indexes, counted from the end. */
        private static int index(int number, int size) {
            if (number >= size || number < -size) {
                throw new JsonPatchFailure("no such index: " + number);
            }
            return number < 0 ? number + size : number;
        }

        private static int number(String key) {
            try {
                return Integer.parseInt(key);
            } catch (NumberFormatException _) {
                throw new JsonPatchFailure("not an index: " + key);
            }
        }
    }
}
