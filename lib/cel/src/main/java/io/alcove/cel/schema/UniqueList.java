package io.alcove.cel.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.alcove.cel.value.ListValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list of type set: its order does not matter, and adding to it is union. */
record UniqueList(List<Object> elements) implements ListValue {

    static UniqueList of(ArrayNode node, @Nullable ValueSchema items) {
        return new UniqueList(new SchemaList(node, items).toList());
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public Object get(int index) {
        return elements.get(index);
    }

    @Override
    public boolean sameAs(ListValue other) {
        if (size() != other.size()) {
            return false;
        }
        Set<Object> mine = new LinkedHashSet<>(elements);
        return mine.containsAll(other.toList());
    }

    @Override
    public ListValue plus(ListValue other) {
        Set<Object> seen = new LinkedHashSet<>(elements);
        List<Object> union = new ArrayList<>(elements);
        for (Object element : other.toList()) {
            if (seen.add(element)) {
                union.add(element);
            }
        }
        return new UniqueList(union);
    }
}
