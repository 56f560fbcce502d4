package io.alcove.apimachinery.json;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a reader found wrong and read on: the first wrong type, and unknown or duplicate fields. */
final class Complaints {

    /** Upstream names no more than these. */
    private static final int MAX_STRICT = 100;

    private final boolean collectStrict;
    private final Set<String> strict = new LinkedHashSet<>();
    private @Nullable String wrongType;

    Complaints(boolean collectStrict) {
        this.collectStrict = collectStrict;
    }

    void unknownField(FieldPath path, String field) {
        addStrict("unknown field", path, field);
    }

    void duplicateField(FieldPath path, String field) {
        addStrict("duplicate field", path, field);
    }

    void wrongType(FieldPath path, String value, String type) {
        if (wrongType == null) {
            wrongType = unmarshalError(path, value, type);
        }
    }

    Optional<String> wrongType() {
        return Optional.ofNullable(wrongType);
    }

    List<String> strict() {
        return List.copyOf(strict);
    }

    static String unmarshalError(FieldPath path, String value, String type) {
        String field = path.toGoText();
        String where = field.isEmpty() ? "Go value" : "Go struct field " + field;
        return "json: cannot unmarshal " + value + " into " + where + " of type " + type;
    }

    private void addStrict(String complaint, FieldPath path, String field) {
        if (collectStrict && strict.size() < MAX_STRICT) {
            strict.add(complaint + " \"" + path.toStrictText(field) + "\"");
        }
    }
}
