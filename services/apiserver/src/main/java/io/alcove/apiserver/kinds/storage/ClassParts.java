package io.alcove.apiserver.kinds.storage;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.Locale;
import java.util.Map;

/** What the classes of volumes and of their attributes share. */
final class ClassParts {

    private static final int MAX_PARAMETERS = 512;
    private static final int MAX_BYTES = 256 * 1024;

    private ClassParts() {}

    static void provisioner(Inspection name) {
        if (name.required()) {
            String lower = name.text().toLowerCase(Locale.ROOT);
            LabelNames.key(lower).forEach(problem -> name.invalid(lower, problem));
        }
    }

    static void parameters(Inspection parameters) {
        if (parameters.size() > MAX_PARAMETERS) {
            parameters.tooLong(MAX_PARAMETERS);
            return;
        }
        long size = 0;
        for (Map.Entry<String, JsonNode> each : parameters.node().properties()) {
            if (each.getKey().isEmpty()) {
                parameters.invalid("", "field can not be empty.");
            }
            size += Bytes.length(each.getKey()) + Bytes.length(each.getValue().asText(""));
        }
        if (size > MAX_BYTES) {
            parameters.tooLong(MAX_BYTES);
        }
    }
}
