package io.alcove.apimachinery.structural;

import io.alcove.apimachinery.status.StatusCause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What a value fails in, and how many rules it met: the alternative that met most is told. */
final class ValidationResult {

    /** By the message: each is told once. The function makes a cause, given the path above. */
    private final Map<String, Function<String, StatusCause>> failures = new LinkedHashMap<>();

    private int matches;

    /** A failure of a field, whose path is under the one that is validated. */
    void fail(String message, String field, Function<String, StatusCause> cause) {
        String relative = field.startsWith(".") ? field.substring(1) : field;
        failures.putIfAbsent(
                message,
                above ->
                        cause.apply(
                                relative.isEmpty() ? orNil(above) : Paths.child(above, relative)));
    }

    /** A failure of which no field is told. */
    void fail(String message) {
        failures.putIfAbsent(message, above -> StatusCause.invalid(orNil(above), "", message));
    }

    void match() {
        matches++;
    }

    int matches() {
        return matches;
    }

    boolean isValid() {
        return failures.isEmpty();
    }

    ValidationResult merge(ValidationResult other) {
        other.failures.forEach(failures::putIfAbsent);
        matches += other.matches;
        return this;
    }

    List<StatusCause> causes(String above) {
        return failures.values().stream().map(make -> make.apply(above)).toList();
    }

    /** As Go prints a path that there is none of. */
    private static String orNil(String path) {
        return path.isEmpty() ? "<nil>" : path;
    }
}
