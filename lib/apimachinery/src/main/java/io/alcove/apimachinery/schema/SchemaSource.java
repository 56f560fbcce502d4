package io.alcove.apimachinery.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Where a schema finds the components that it refers to by name. */
@FunctionalInterface
interface SchemaSource {

    /** For schemas that refer to nothing. */
    SchemaSource NONE =
            name -> {
                throw new IllegalArgumentException("unknown schema component " + name);
            };

    String PREFIX = "#/components/schemas/";

    /** The same instance for the same name. */
    Schema component(String name);

    /** The component that a property refers to, alone or as the one element of allOf. */
    static Optional<String> reference(JsonNode document) {
        JsonNode reference = document.path("$ref");
        if (reference.isMissingNode() && document.path("allOf").size() == 1) {
            reference = document.path("allOf").path(0).path("$ref");
        }
        return reference.isTextual() && reference.textValue().startsWith(PREFIX)
                ? Optional.of(reference.textValue().substring(PREFIX.length()))
                : Optional.empty();
    }
}
