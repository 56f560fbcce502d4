package io.alcove.apimachinery.apply;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Collects paths into a {@link FieldSet}. */
final class FieldSetBuilder {

    private final Map<PathElement, FieldSetBuilder> children = new TreeMap<>();
    private boolean member;

    /** Adds a path; the root belongs to nobody and is ignored. */
    void add(@Nullable FieldPath path) {
        if (path != null) {
            at(path).member = true;
        }
    }

    boolean isEmpty() {
        return children.isEmpty();
    }

    FieldSet build() {
        if (children.isEmpty()) {
            return member ? FieldSet.LEAF : FieldSet.EMPTY;
        }
        TreeMap<PathElement, FieldSet> built = new TreeMap<>();
        children.forEach((element, child) -> built.put(element, child.build()));
        return new FieldSet(member, built);
    }

    private FieldSetBuilder at(@Nullable FieldPath path) {
        if (path == null) {
            return this;
        }
        return at(path.parent())
                .children
                .computeIfAbsent(path.element(), _ -> new FieldSetBuilder());
    }
}
