package io.alcove.cel.value;

import com.fasterxml.jackson.databind.node.ArrayNode;

/** A JSON array. */
record JsonList(ArrayNode node) implements ListValue {

    @Override
    public int size() {
        return node.size();
    }

    @Override
    public Object get(int index) {
        if (index < 0 || index >= node.size()) {
            throw new IndexOutOfBoundsException(index);
        }
        return Values.of(node.get(index));
    }
}
