package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.List;
import java.util.Optional;

/** A server-side apply, which creates what does not exist. */
final class ApplyChange implements ObjectChange {

    private final Write write;
    private final PatchedBody merged;
    private final ObjectNode applied;

    ApplyChange(Write write, BodyReader reader, ObjectNode applied) {
        this.write = write;
        this.merged = new PatchedBody(write, reader);
        this.applied = applied;
    }

    @Override
    public ApiObject apply(Optional<ApiObject> present) {
        ObjectNode result = FieldOwners.apply(write, present, applied);
        ApiObject object = merged.read(result, result.toString(), List.of());
        RequestNames.matchNamespace(write, object);
        RequestNames.matchName(write, object);
        ObjectForm.toStored(write.resource(), object);
        return object;
    }

    @Override
    public boolean createsMissing() {
        return true;
    }
}
