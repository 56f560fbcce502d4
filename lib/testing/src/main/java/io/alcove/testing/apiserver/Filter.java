package io.alcove.testing.apiserver;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.selector.FieldSelector;
import io.alcove.apimachinery.selector.LabelSelector;
import org.jspecify.annotations.Nullable;

/** Which objects a list or watch is about. */
record Filter(String namespace, LabelSelector labels, FieldSelector fields) {

    static Filter of(String namespace, String labels, String fields) {
        return new Filter(namespace, LabelSelector.parse(labels), FieldSelector.parse(fields));
    }

    boolean matches(@Nullable ApiObject object) {
        return object != null
                && (namespace.isEmpty() || namespace.equals(object.namespace()))
                && labels.matches(object.labels())
                && fields.matches(field -> object.text(field.split("\\.")));
    }
}
