package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.json.DecodeException;
import io.alcove.apimachinery.json.Decoded;
import io.alcove.apimachinery.json.FieldValidation;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads what a patch made, and blames the patch for what is wrong with it. */
final class PatchedBody {

    private final Write write;
    private final BodyReader reader;
    private boolean warned;

    PatchedBody(Write write, BodyReader reader) {
        this.write = write;
        this.reader = reader;
    }

    /**
     * @param shown what is printed of the patch, or of what it made, where that cannot be read
     * @param complaints of the patch itself
     */
    ApiObject read(ObjectNode patched, String shown, List<String> complaints) {
        return read(patched, shown, complaints, UnaryOperator.identity());
    }

    /**
     * @param wording of what is wrong with the patched object
     */
    ApiObject read(
            ObjectNode patched,
            String shown,
            List<String> complaints,
            UnaryOperator<String> wording) {
        FieldValidation validation = BodyReader.validation(write);
        boolean ignore = validation == FieldValidation.IGNORE;
        try {
            Decoded decoded =
                    reader.read(write, patched, ignore ? validation : FieldValidation.WARN);
            List<String> all = new ArrayList<>(ignore ? List.of() : complaints);
            all.addAll(decoded.warnings());
            if (validation == FieldValidation.STRICT && !all.isEmpty()) {
                throw invalid(shown, "strict decoding error: " + String.join(", ", all));
            }
            if (!warned) {
                write.warn(all);
                warned = true;
            }
            return ApiObject.of(decoded.object());
        } catch (DecodeException e) {
            throw invalid(shown, wording.apply(e.reason()));
        }
    }

    private static StatusException invalid(String shown, String why) {
        return StatusException.invalid(
                new GroupKind("", ""), "", List.of(StatusCause.invalid("patch", shown, why)));
    }
}
