package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.json.Decoded;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import java.util.List;

/** Reads what a patch made, and blames the patch for what is wrong with it. */
final class PatchedBody {

    private static final String BEFORE_REASON = " cannot be handled as a ";

    private final Write write;
    private final BodyReader reader;
    private boolean warned;

    PatchedBody(Write write, BodyReader reader) {
        this.write = write;
        this.reader = reader;
    }

    ApiObject read(ObjectNode patched, String shown) {
        try {
            Decoded decoded = reader.read(patched, write.kind(), BodyReader.validation(write));
            if (!warned) {
                write.warn(decoded.warnings());
                warned = true;
            }
            return ApiObject.of(decoded.object());
        } catch (StatusException e) {
            if (!e.is(StatusReason.BAD_REQUEST)) {
                throw e;
            }
            throw StatusException.invalid(
                    new GroupKind("", ""),
                    "",
                    List.of(StatusCause.invalid("patch", shown, reason(e.status().message()))));
        }
    }

    /** What is wrong, without the frame that a refused body gets. */
    private static String reason(String message) {
        int frame = message.indexOf(BEFORE_REASON);
        int colon = frame < 0 ? -1 : message.indexOf(": ", frame);
        return colon < 0 ? message : message.substring(colon + 2);
    }
}
