package io.alcove.apimachinery.json;

import io.alcove.apimachinery.schema.GoField;
import io.alcove.apimachinery.schema.GoTypes;
import io.alcove.apimachinery.schema.Schema;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where in a body the reader is; costs nothing until an error has to be worded. */
final class FieldPath {

    /** A step is a struct's field, a map's key (no struct) or a list's element (no name). */
    private @Nullable String[] names = new String[16];

    private @Nullable Schema[] structs = new Schema[16];
    private int[] indices = new int[16];
    private int depth;

    void enterField(Schema struct, String field) {
        push(struct, field, 0);
    }

    void enterKey(String key) {
        push(null, key, 0);
    }

    void enterElement() {
        push(null, null, 0);
    }

    void nextElement() {
        indices[depth - 1]++;
    }

    void leave() {
        depth--;
    }

    /** As strict decoding names fields: {@code spec.containers[0].env}. */
    String toStrictText(String last) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            String name = names[i];
            if (name == null) {
                text.append('[').append(indices[i]).append(']');
            } else {
                append(text, name);
            }
        }
        return append(text, last).toString();
    }

    /** As Go's decoder names a struct's field: {@code PodSpec.spec.containers}; may be empty. */
    String toGoText() {
        StringBuilder text = new StringBuilder();
        @Nullable Schema innermost = null;
        for (int i = 0; i < depth; i++) {
            Schema struct = structs[i];
            String name = names[i];
            if (struct != null && name != null) {
                innermost = struct;
                append(text, goName(struct, name));
            }
        }
        return innermost == null ? "" : GoTypes.structName(innermost) + "." + text;
    }

    private static String goName(Schema struct, String field) {
        Optional<String> embedded =
                struct.property(field).flatMap(Schema::goField).map(GoField::embedded);
        return embedded.filter(e -> !e.isEmpty()).map(e -> e + "." + field).orElse(field);
    }

    private static StringBuilder append(StringBuilder text, String name) {
        return text.isEmpty() ? text.append(name) : text.append('.').append(name);
    }

    private void push(@Nullable Schema struct, @Nullable String name, int index) {
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            structs = Arrays.copyOf(structs, depth * 2);
            indices = Arrays.copyOf(indices, depth * 2);
        }
        names[depth] = name;
        structs[depth] = struct;
        indices[depth] = index;
        depth++;
    }
}
