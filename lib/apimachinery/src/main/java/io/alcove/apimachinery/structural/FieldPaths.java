package io.alcove.apimachinery.structural;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths of fields such as {@code .spec.ports['http']}, held to a schema. */
public final class FieldPaths {

    /**
     * What a path leads to, or why it leads nowhere.
     *
     * @param canonical the path as upstream prints it
     */
    public record Target(
            @Nullable StructuralSchema schema,
            List<String> steps,
            String canonical,
            String problem) {}

    private FieldPaths() {}

    public static boolean isValid(String path, StructuralSchema schema) {
        return resolve(path, schema, true).problem().isEmpty();
    }

    /**
     * @param brackets whether names may stand in brackets
     */
    public static Target resolve(String path, StructuralSchema schema, boolean brackets) {
        List<String> steps = new ArrayList<>();
        String canonical = "";
        StructuralSchema current = schema;
        int at = 0;
        while (at < path.length()) {
            boolean quoted = brackets && path.startsWith("['", at);
            if (path.charAt(at) != '.' && !quoted) {
                return failed(steps, unexpected(path, at));
            }
            int start = quoted ? at + 2 : at + 1;
            int end = quoted ? path.indexOf("']", start) : endOfName(path, start);
            if (end <= start) {
                return failed(steps, "unexpected end of JSON path");
            }
            String name = path.substring(start, end);
            StructuralSchema next = current.field(name);
            if (next == null) {
                return failed(steps, "does not refer to a valid field");
            }
            canonical =
                    current.property(name) == null
                            ? Paths.key(canonical, name)
                            : Paths.child(canonical, name);
            steps.add(name);
            current = next;
            at = quoted ? end + 2 : end;
        }
        return steps.isEmpty()
                ? failed(steps, "does not refer to a valid field")
                : new Target(current, steps, canonical, "");
    }

    private static String unexpected(String path, int at) {
        return path.charAt(at) == '['
                ? "array notation is not allowed"
                : "expected [ or . but got: " + path.substring(at, endOfName(path, at));
    }

    private static Target failed(List<String> steps, String problem) {
        return new Target(null, steps, "", problem);
    }

    private static int endOfName(String path, int from) {
        int at = from;
        while (at < path.length() && path.charAt(at) != '.' && path.charAt(at) != '[') {
            at++;
        }
        return at;
    }
}
