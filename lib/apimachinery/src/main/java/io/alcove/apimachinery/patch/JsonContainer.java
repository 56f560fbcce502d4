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
                throw JsonPatchFailure.missing("Unable to remove nonexistent key: " + key);
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
                node.insert(index(insertion(key), node.size() + 1), value);
            }
        }

        @Override
        public void remove(String key) {
            node.remove(index(number(key), node.size()));
        }

        /** Upstream takes negative indexes, counted from the end. */
        private static int index(int number, int size) {
            if (number >= size || number < -size) {
                throw JsonPatchFailure.badIndex(number);
            }
            return number < 0 ? number + size : number;
        }

        private static int insertion(String key) {
            try {
                return number(key);
            } catch (JsonPatchFailure e) {
                throw e.during("value was not a proper array index: '" + key + "'");
            }
        }

        private static int number(String key) {
            try {
                return Integer.parseInt(key);
            } catch (NumberFormatException _) {
                throw new JsonPatchFailure("strconv.Atoi: parsing \"" + key + "\": invalid syntax");
            }
        }
    }
}
