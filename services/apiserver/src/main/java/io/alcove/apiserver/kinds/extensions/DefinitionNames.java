package io.alcove.apiserver.kinds.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.status.StatusCause;
import java.util.List;
import java.util.Locale;

/** The names that a definition wants, or has. */
final class DefinitionNames {

    private static final String MIXED = "may have mixed case, but should otherwise match: ";

    private DefinitionNames() {}

    static void require(JsonNode names, String path, List<StatusCause> causes) {
        for (String field : List.of("plural", "singular", "kind", "listKind")) {
            if (names.path(field).asText("").isEmpty()) {
                causes.add(StatusCause.required(path + "." + field, ""));
            }
        }
    }

    static void check(JsonNode names, String path, List<StatusCause> causes) {
        checkLabel(names.path("plural").asText(""), path + ".plural", causes);
        checkLabel(names.path("singular").asText(""), path + ".singular", causes);
        checkKind(names.path("kind").asText(""), path + ".kind", causes);
        checkKind(names.path("listKind").asText(""), path + ".listKind", causes);
        checkLabels(names.path("shortNames"), path + ".shortNames", causes);
        String kind = names.path("kind").asText("");
        if (!kind.isEmpty() && kind.equals(names.path("listKind").asText(""))) {
            causes.add(
                    StatusCause.invalid(
                            path + ".listKind", kind, "kind and listKind may not be the same"));
        }
        checkLabels(names.path("categories"), path + ".categories", causes);
    }

    private static void checkLabels(JsonNode labels, String path, List<StatusCause> causes) {
        for (int i = 0; i < labels.size(); i++) {
            String label = labels.get(i).asText();
            List<String> problems = Names.dns1035Label(label);
            if (!problems.isEmpty()) {
                causes.add(
                        StatusCause.invalid(
                                path + "[" + i + "]", label, String.join(",", problems)));
            }
        }
    }

    private static void checkLabel(String name, String path, List<StatusCause> causes) {
        List<String> problems = Names.dns1035Label(name);
        if (!name.isEmpty() && !problems.isEmpty()) {
            causes.add(StatusCause.invalid(path, name, String.join(",", problems)));
        }
    }

    private static void checkKind(String kind, String path, List<StatusCause> causes) {
        List<String> problems = Names.dns1035Label(kind.toLowerCase(Locale.ROOT));
        if (!kind.isEmpty() && !problems.isEmpty()) {
            causes.add(StatusCause.invalid(path, kind, MIXED + String.join(",", problems)));
        }
    }
}
