package io.alcove.apimachinery.apply;

import java.util.List;

/** Which changes of a request count: what an endpoint resets is neither changed nor owned. */
@FunctionalInterface
public interface FieldFilter {

    FieldSet filter(FieldSet fields);

    static FieldFilter none() {
        return fields -> fields;
    }

    /** Leaves out these paths and all that lies below them. */
    static FieldFilter excluding(FieldSet... paths) {
        FieldSet excluded = List.of(paths).stream().reduce(FieldSet.EMPTY, FieldSet::union);
        return fields -> fields.recursiveDifference(excluded);
    }
}
