package io.alcove.cel.library;

import static io.alcove.cel.type.CelType.STRING;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Library;
import io.alcove.cel.function.Overload;

/** What makes paths of JSON patches. */
public final class JsonPatches {

    private JsonPatches() {}

    public static Library library() {
        return Library.of(
                FunctionDeclaration.of(
                        "jsonpatch.escapeKey",
                        Overload.unary(
                                "string_jsonpatch_escapeKey_string",
                                STRING,
                                STRING,
                                s -> ((String) s).replace("~", "~0").replace("/", "~1"))));
    }
}
