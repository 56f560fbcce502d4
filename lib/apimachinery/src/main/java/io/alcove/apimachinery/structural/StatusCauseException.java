package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.status.StatusCause;

/** A value that cannot be read, as upstream words it while it decodes. */
public final class StatusCauseException extends RuntimeException {

    StatusCauseException(String field, JsonNode value, String detail) {
        super(
                field + ": " + StatusCause.invalid(field, value, detail).message(),
                null,
                false,
                false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
