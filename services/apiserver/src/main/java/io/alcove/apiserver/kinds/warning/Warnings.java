package io.alcove.apiserver.kinds.warning;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.function.Consumer;

/** What a kind warns of. Objects are valid when they are looked at. */
@FunctionalInterface
public interface Warnings {

    Warnings NONE = (_, _) -> {};

    void check(Inspection object, Consumer<String> texts);

    /** Of a change; without a rule of its own the new state is held to what holds for new ones. */
    default void checkUpdate(Inspection object, ApiObject old, Consumer<String> texts) {
        check(object, texts);
    }

    default void checkStatus(Inspection object, Consumer<String> texts) {}
}
