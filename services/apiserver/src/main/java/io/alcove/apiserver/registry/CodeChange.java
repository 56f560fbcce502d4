package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import java.util.Optional;
import java.util.function.Consumer;

/** The server itself changes an object on behalf of a subresource that is not stored. */
final class CodeChange implements ObjectChange {

    private final Write write;
    private final Consumer<ApiObject> change;

    CodeChange(Write write, Consumer<ApiObject> change) {
        this.write = write;
        this.change = change;
    }

    @Override
    public ApiObject apply(Optional<ApiObject> present) {
        ApiObject object =
                present.orElseThrow(
                                () ->
                                        StatusException.notFound(
                                                write.resource().name(), write.urlName()))
                        .copy();
        change.accept(object);
        return object;
    }

    @Override
    public boolean isAdmitted() {
        return true;
    }
}
