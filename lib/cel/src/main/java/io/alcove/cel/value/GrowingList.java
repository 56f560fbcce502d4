package io.alcove.cel.value;

import java.util.ArrayList;
import java.util.List;

/**
 * What a fold collects: appending to it changes it. Only the fold that made it holds it, until it
 * is {@link #done}.
 */
public final class GrowingList implements ListValue {

    private final List<Object> elements = new ArrayList<>();

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public Object get(int index) {
        return elements.get(index);
    }

    @Override
    public ListValue plus(ListValue other) {
        for (int i = 0; i < other.size(); i++) {
            elements.add(other.get(i));
        }
        return this;
    }

    public ListValue done() {
        return new JavaList(elements);
    }
}
