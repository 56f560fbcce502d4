package io.alcove.apimachinery.table;

import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusException;

/** What a table's rows hold of their objects. */
public enum IncludeObject {
    NONE,
    METADATA,
    OBJECT;

    /**
     * Reads the query parameter includeObject; empty is the metadata.
     *
     * @throws StatusException of 400 for a word that upstream does not know either
     */
    public static IncludeObject parse(String word) {
        return switch (word) {
            case "", "Metadata" -> METADATA;
            case "None" -> NONE;
            case "Object" -> OBJECT;
            default ->
                    throw StatusException.badRequest(
                            "Unable to convert to Table as requested: includeObject: Invalid value: "
                                    + GoText.quote(word)
                                    + ": must be 'Metadata', 'Object', 'None', or empty");
        };
    }
}
