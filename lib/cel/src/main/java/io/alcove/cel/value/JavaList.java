package io.alcove.cel.value;

import java.util.List;

/** A list of the JDK. */
record JavaList(List<?> elements) implements ListValue {

    static final JavaList EMPTY = new JavaList(List.of());

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public Object get(int index) {
        return Values.of(elements.get(index));
    }
}
