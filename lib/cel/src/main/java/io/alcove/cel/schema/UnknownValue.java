package io.alcove.cel.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.OpaqueValue;

/** Data that the schema preserves without describing it: it can only be compared. */
record UnknownValue(JsonNode node) implements OpaqueValue {

    private static final CelType TYPE = CelType.opaque("unknown");

    @Override
    public CelType type() {
        return TYPE;
    }
}
