package io.alcove.cel.value;

import java.util.ArrayList;
import java.util.List;

/** A list. Its elements are values already, or become so when they are asked for. */
public interface ListValue {

    int size();

    /**
     * @throws IndexOutOfBoundsException where there is no such element
     */
    Object get(int index);

    /** This list and the other's elements after its own. */
    default ListValue plus(ListValue other) {
        return new ConcatenatedList(this, other);
    }

    /** Whether both are the same value; lists of a schema may ignore the order. */
    default boolean sameAs(ListValue other) {
        if (size() != other.size()) {
            return false;
        }
        for (int i = 0; i < size(); i++) {
            if (!Equality.equal(get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    static ListValue of(List<?> elements) {
        return new JavaList(elements);
    }

    default List<Object> toList() {
        List<Object> all = new ArrayList<>(size());
        for (int i = 0; i < size(); i++) {
            all.add(get(i));
        }
        return all;
    }
}
