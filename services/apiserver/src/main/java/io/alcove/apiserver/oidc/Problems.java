package io.alcove.apiserver.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is wrong with a configuration, all of it. */
final class Problems {

    private final List<String> texts = new ArrayList<>();

    void add(String path, String what) {
        texts.add(path + ": " + what);
    }

    void required(String path, String why) {
        add(path, why.isEmpty() ? "Required value" : "Required value: " + why);
    }

    void invalid(String path, String value, String why) {
        add(path, "Invalid value: \"" + value + "\": " + why);
    }

    /** Complains of fields that there are not. */
    void known(JsonNode node, String path, Set<String> fields) {
        node.fieldNames()
                .forEachRemaining(
                        name -> {
                            if (!fields.contains(name)) {
                                String whole = path.isEmpty() ? name : path + "." + name;
                                texts.add("unknown field \"" + whole + "\"");
                            }
                        });
    }

    void throwIfAny() throws IOException {
        if (!texts.isEmpty()) {
            throw new IOException(
                    texts.size() == 1 ? texts.getFirst() : "[" + String.join(", ", texts) + "]");
        }
    }
}
