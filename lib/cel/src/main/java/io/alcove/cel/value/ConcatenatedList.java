package io.alcove.cel.value;

/** Two lists, one after the other, neither copied. */
record ConcatenatedList(ListValue first, ListValue second) implements ListValue {

    @Override
    public int size() {
        return first.size() + second.size();
    }

    @Override
    public Object get(int index) {
        int split = first.size();
        return index < split ? first.get(index) : second.get(index - split);
    }
}
