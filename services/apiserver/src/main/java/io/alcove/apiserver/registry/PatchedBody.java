package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.json.DecodeException;
import io.alcove.apimachinery.json.Decoded;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import java.util.List;

/** Reads what a patch made, and blames the patch for what is wrong with it. */
final class PatchedBody {

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
        } catch (DecodeException e) {
            throw StatusException.invalid(
                    new GroupKind("", ""),
                    "",
                    List.of(StatusCause.invalid("patch", shown, e.reason())));
        }
    }
}
