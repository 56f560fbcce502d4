package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.status.StatusCause;
import java.util.List;

/** Looks at the default of a schema. */
public final class DefaultCheck {

    private DefaultCheck() {}

    public static boolean hasUnknownFields(ObjectNode schema) {
        JsonNode value = schema.path("default").deepCopy();
        return Pruning.pruneValue(value, StructuralSchema.of(schema));
    }

    /**
     * What is wrong with it by its own schema.
     *
     * @param path of the default
     */
    public static List<StatusCause> problems(ObjectNode schema, String path) {
        return SchemaValidation.of(schema).check(schema.path("default"), path);
    }
}
