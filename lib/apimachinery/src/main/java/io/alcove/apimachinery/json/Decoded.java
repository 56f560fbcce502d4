package io.alcove.apimachinery.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.util.List;

/**
 * A request's body, read.
 *
 * @param object without unknown fields, nulls and the empty values that upstream leaves out;
 *     apiVersion and kind are those of {@code kind}
 * @param kind what the body said it is, or the expected kind where it said nothing
 * @param warnings one for each unknown or duplicate field under {@link FieldValidation#WARN}
 */
public record Decoded(ObjectNode object, GroupVersionKind kind, List<String> warnings) {

    public Decoded {
        warnings = List.copyOf(warnings);
    }
}
