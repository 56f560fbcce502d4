package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.json.DuplicateFields;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.patch.JsonPatch;
import io.alcove.apimachinery.patch.MergePatch;
import io.alcove.apimachinery.patch.StrategicMergePatch;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A JSON, merge or strategic merge patch changes the object. */
final class PatchChange implements ObjectChange {

    private final Write write;
    private final PatchedBody patched;
    private final Supplier<Patch> read;
    private final Supplier<List<String>> duplicates;
    private @Nullable Patch patch;

    private sealed interface Patch {
        /** What is printed where the patched object cannot be read. */
        String shown(ObjectNode patched);

        record Operations(JsonPatch patch) implements Patch {
            @Override
            public String shown(ObjectNode patched) {
                return patched.toString();
            }
        }

        record Merge(ObjectNode patch) implements Patch {
            @Override
            public String shown(ObjectNode patched) {
                return patched.toString();
            }
        }

        record Strategic(ObjectNode patch, Schema schema) implements Patch {
            @Override
            public String shown(ObjectNode patched) {
                return GoText.value(patch);
            }
        }
    }

    PatchChange(Write write, BodyReader reader, PatchType type, byte[] bytes, Schema schema) {
        this.write = write;
        this.patched = new PatchedBody(write, reader);
        this.read = () -> parse(type, bytes, schema);
        this.duplicates = () -> DuplicateFields.in(bytes);
    }

    private static Patch parse(PatchType type, byte[] bytes, Schema schema) {
        return switch (type) {
            case JSON -> new Patch.Operations(JsonPatch.parse(bytes));
            case MERGE -> new Patch.Merge(PatchText.mergePatch(bytes));
            case STRATEGIC_MERGE ->
                    new Patch.Strategic(PatchText.strategicMergePatch(bytes), schema);
            case APPLY -> throw new IllegalArgumentException("apply is no patch of text");
        };
    }

    /** Read once, and not before the object was found: upstream misses that first. */
    private Patch patch() {
        Patch present = patch;
        if (present == null) {
            present = read.get();
            patch = present;
        }
        return present;
    }

    @Override
    public ApiObject apply(Optional<ApiObject> present) {
        ApiObject old =
                present.orElseThrow(
                        () -> StatusException.notFound(write.resource().name(), write.urlName()));
        ApiObject served = old.copy();
        write.resource().conversion().toServed(served);
        ApiObject object = patched(served);
        RequestNames.matchNamespace(write, object);
        RequestNames.matchName(write, object);
        ObjectForm.toStored(write.resource(), object);
        return FieldOwners.afterUpdate(write, present, object);
    }

    /** The patched object in the version of the request, read as a body would be. */
    ApiObject patched(ApiObject served) {
        Patch change = patch();
        JsonNode result =
                switch (change) {
                    case Patch.Operations(JsonPatch operations) -> operations.apply(served.node());
                    case Patch.Merge(ObjectNode merge) -> MergePatch.apply(served.node(), merge);
                    case Patch.Strategic(ObjectNode merge, Schema schema) ->
                            StrategicMergePatch.apply(served.node(), merge, schema);
                };
        if (!(result instanceof ObjectNode object)) {
            throw new StatusException(
                    Status.general(
                            StatusReason.INVALID,
                            "the server rejected our request due to an error in our request"));
        }
        return patched.read(
                object,
                change.shown(object),
                duplicates.get(),
                change instanceof Patch.Strategic ? ConverterErrors::of : UnaryOperator.identity());
    }
}
