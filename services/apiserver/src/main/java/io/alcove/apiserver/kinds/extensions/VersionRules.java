package io.alcove.apiserver.kinds.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.structural.FieldPaths;
import io.alcove.apimachinery.structural.StructuralSchema;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What stands beside the schema of a version. */
final class VersionRules {

    private static final int MAX_WARNING = 256;
    private static final int MAX_SELECTABLE = 8;
    private static final List<String> COLUMN_TYPES =
            List.of("boolean", "date", "integer", "number", "string");
    private static final List<String> COLUMN_FORMATS =
            List.of("byte", "date", "date-time", "double", "float", "int32", "int64", "password");
    private static final Set<String> SELECTABLE_TYPES = Set.of("string", "boolean", "integer");

    private VersionRules() {}

    static void checkWarning(JsonNode version, String path, List<StatusCause> causes) {
        if (!version.has("deprecationWarning")) {
            return;
        }
        String at = path + ".deprecationWarning";
        String warning = version.path("deprecationWarning").asText();
        if (!version.path("deprecated").asBoolean()) {
            causes.add(StatusCause.invalid(at, warning, "can only be set for deprecated versions"));
            return;
        }
        if (warning.length() > MAX_WARNING) {
            causes.add(StatusCause.invalid(at, warning, "must be <= 256 characters long"));
        }
        if (warning.isEmpty()) {
            causes.add(StatusCause.invalid(at, warning, "must not be an empty string"));
        }
        int index = 0;
        for (int c : warning.codePoints().toArray()) {
            if (c < ' ' || c == 0x7f || Character.getType(c) == Character.CONTROL) {
                causes.add(
                        StatusCause.invalid(
                                at,
                                warning,
                                "must only contain printable UTF-8 characters; non-printable"
                                        + " character found at index "
                                        + index));
                return;
            }
            index += new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8).length;
        }
    }

    static void checkSubresources(JsonNode subresources, String path, List<StatusCause> causes) {
        JsonNode scale = subresources.path("scale");
        if (!scale.isObject()) {
            return;
        }
        checkReplicas(scale, "specReplicasPath", ".spec", path, causes);
        checkReplicas(scale, "statusReplicasPath", ".status", path, causes);
        String selector = scale.path("labelSelectorPath").asText("");
        String at = path + ".scale.labelSelectorPath";
        if (!selector.isEmpty()
                && isSimple(selector, at, causes)
                && !selector.startsWith(".spec.")
                && !selector.startsWith(".status.")) {
            causes.add(
                    StatusCause.invalid(
                            at, selector, "should be a json path under either .spec or .status"));
        }
    }

    private static void checkReplicas(
            JsonNode scale, String field, String root, String path, List<StatusCause> causes) {
        String value = scale.path(field).asText("");
        String at = path + ".scale." + field;
        if (value.isEmpty()) {
            causes.add(StatusCause.required(at, ""));
        } else if (isSimple(value, at, causes) && !value.startsWith(root + ".")) {
            causes.add(StatusCause.invalid(at, value, "should be a json path under " + root));
        }
    }

    static void checkColumns(JsonNode columns, String path, List<StatusCause> causes) {
        for (int i = 0; i < columns.size(); i++) {
            checkColumn(columns.get(i), path + "[" + i + "]", causes);
        }
    }

    private static void checkColumn(JsonNode column, String path, List<StatusCause> causes) {
        if (column.path("name").asText("").isEmpty()) {
            causes.add(StatusCause.required(path + ".name", ""));
        }
        String type = column.path("type").asText("");
        String types = "must be one of " + String.join(",", COLUMN_TYPES);
        if (type.isEmpty()) {
            causes.add(StatusCause.required(path + ".type", types));
        } else if (!COLUMN_TYPES.contains(type)) {
            causes.add(StatusCause.invalid(path + ".type", type, types));
        }
        String format = column.path("format").asText("");
        if (!format.isEmpty() && !COLUMN_FORMATS.contains(format)) {
            causes.add(
                    StatusCause.invalid(
                            path + ".format",
                            format,
                            "must be one of " + String.join(",", COLUMN_FORMATS)));
        }
        String jsonPath = column.path("jsonPath").asText("");
        if (jsonPath.isEmpty()) {
            causes.add(StatusCause.required(path + ".JSONPath", ""));
        } else {
            isSimple(jsonPath, path + ".JSONPath", causes);
        }
    }

    private static boolean isSimple(String text, String path, List<StatusCause> causes) {
        if (text.startsWith(".")) {
            return true;
        }
        causes.add(StatusCause.invalid(path, text, "must be a simple json path starting with ."));
        return false;
    }

    /**
     * @param many whether there may be more than usual, because there were before
     */
    static void checkSelectable(
            JsonNode fields,
            ObjectNode schema,
            String path,
            boolean many,
            List<StatusCause> causes) {
        StructuralSchema structural = StructuralSchema.of(schema);
        Set<String> unique = new HashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            String text = fields.get(i).path("jsonPath").asText("");
            String at = path + "[" + i + "].jsonPath";
            if (text.isEmpty()) {
                causes.add(StatusCause.required(at, ""));
                continue;
            }
            FieldPaths.Target target = FieldPaths.resolve(text, structural, false);
            StructuralSchema found = target.schema();
            if (found == null) {
                causes.add(
                        StatusCause.invalid(at, text, "is an invalid path: " + target.problem()));
                continue;
            }
            if (target.steps().getFirst().equals("metadata")) {
                causes.add(StatusCause.invalid(at, text, "must not point to fields in metadata"));
            }
            if (!SELECTABLE_TYPES.contains(found.type())) {
                causes.add(
                        StatusCause.invalid(
                                at,
                                text,
                                "must point to a field of type string, boolean or integer. Enum"
                                        + " string fields and strings with formats are allowed."));
            }
            if (!unique.add(target.canonical())) {
                causes.add(StatusCause.duplicate(at, text));
            }
        }
        if (unique.size() > MAX_SELECTABLE && !many) {
            causes.add(StatusCause.tooMany(path, unique.size(), MAX_SELECTABLE));
        }
    }
}
