package io.alcove.cel.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.alcove.cel.value.ListValue;
import org.jspecify.annotations.Nullable;

/** An array of a schema. */
record SchemaList(ArrayNode node, @Nullable ValueSchema items) implements ListValue {

    @Override
    public int size() {
        return node.size();
    }

    @Override
    public Object get(int index) {
        if (index < 0 || index >= node.size()) {
            throw new IndexOutOfBoundsException(index);
        }
        return SchemaValues.of(node.get(index), items);
    }
}
