package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.apply.ApplyResult;
import io.alcove.apimachinery.apply.FieldFilter;
import io.alcove.apimachinery.apply.FieldOwnership;
import io.alcove.apimachinery.apply.Versions;
import io.alcove.apimachinery.apply.Writer;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.status.StatusException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

/** Makes the changes that are written by way of a Scale. */
final class ScaleChanges {

    private final Supplier<Catalog> catalog;
    private final BodyReader reader;
    private final Clock clock;

    ScaleChanges(Supplier<Catalog> catalog, BodyReader reader, Clock clock) {
        this.catalog = catalog;
        this.reader = reader;
        this.clock = clock;
    }

    ObjectChange put(Write write, RequestBody body) {
        ApiObject scale = reader.read(write, body);
        return new ScaleChange(write, present -> owned(write, present, scale.copy()));
    }

    ObjectChange patch(Write write, PatchType type, RequestBody body) {
        if (type == PatchType.APPLY) {
            ObjectNode applied = AppliedText.read(body.bytes());
            return new ScaleChange(write, present -> applied(write, present, applied));
        }
        PatchChange patch = new PatchChange(write, reader, type, body.bytes(), schema());
        return new ScaleChange(write, present -> owned(write, present, patch.patched(present)));
    }

    private ApiObject owned(Write write, ApiObject present, ApiObject changed) {
        return ApiObject.of(ownership().afterUpdate(writer(write), present.node(), changed.node()));
    }

    private ApiObject applied(Write write, ApiObject present, ObjectNode applied) {
        return switch (ownership()
                .apply(writer(write), present.node(), applied, write.options().isForced())) {
            case ApplyResult.Applied(ObjectNode result) ->
                    new PatchedBody(write, reader).read(result, result.toString(), List.of());
            case ApplyResult.Refused refused -> throw new StatusException(refused.status());
        };
    }

    private FieldOwnership ownership() {
        Schema schema = schema();
        return new FieldOwnership(
                Scale.KIND, schema, Versions.only(Scale.KIND.apiVersion(), schema), clock);
    }

    private Schema schema() {
        return catalog.get().schema(Scale.KIND).orElseThrow();
    }

    private static Writer writer(Write write) {
        return new Writer(write.fieldManager(), Subresources.SCALE, FieldFilter.none());
    }
}
