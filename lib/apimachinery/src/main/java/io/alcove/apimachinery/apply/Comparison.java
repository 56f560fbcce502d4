package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;

/** The paths at which two objects differ. */
record Comparison(FieldSet added, FieldSet modified, FieldSet removed) {

    static Comparison of(Shape shape, JsonNode before, JsonNode after) {
        Comparer comparer = new Comparer();
        comparer.compare(shape, null, before, after);
        return comparer.result();
    }

    Comparison filtered(FieldFilter filter) {
        return new Comparison(
                filter.filter(added), filter.filter(modified), filter.filter(removed));
    }

    FieldSet changed() {
        return modified.union(added);
    }
}
