package io.alcove.apiserver.kinds.warning;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.function.Consumer;

/** Warnings of new objects only. */
record OfNew(Warnings warnings) implements Warnings {

    @Override
    public void check(Inspection object, Consumer<String> texts) {
        warnings.check(object, texts);
    }

    @Override
    public void checkUpdate(Inspection object, ApiObject old, Consumer<String> texts) {}
}
