package io.alcove.apiserver.registry;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apiserver.request.RequestContext;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Changes an object by PUT or one of the patches, through its own path or a subresource. */
final class Changing {

    private final Supplier<Catalog> catalog;
    private final BodyReader reader;
    private final ObjectUpdate update;

    Changing(Supplier<Catalog> catalog, BodyReader reader, ObjectUpdate update) {
        this.catalog = catalog;
        this.reader = reader;
        this.update = update;
    }

    WriteOutcome update(
            Resource resource, RequestContext context, RequestBody body, WriteOptions options) {
        Write write = write(resource, context, options);
        if (write.subresource().equals(Subresources.SCALE)) {
            ApiObject scale = reader.read(write, body);
            return run(write, new ScaleChange(write, _ -> scale));
        }
        return run(write, new PutChange(write, reader, body));
    }

    WriteOutcome patch(
            Resource resource,
            RequestContext context,
            PatchType type,
            RequestBody body,
            WriteOptions options) {
        Write write = write(resource, context, options);
        if (write.subresource().equals(Subresources.SCALE)) {
            return run(write, new ScaleChange(write, scalePatch(write, type, body)));
        }
        return run(
                write,
                type == PatchType.APPLY
                        ? new ApplyChange(write, reader, AppliedText.read(body.bytes()))
                        : new PatchChange(
                                write, reader, type, body.bytes(), resource.served().schema()));
    }

    ApiObject modify(
            Resource resource, RequestContext context, boolean dryRun, Consumer<ApiObject> change) {
        WriteOptions options = new WriteOptions("", "", dryRun ? List.of("All") : List.of(), null);
        Write write = write(resource, context, options);
        UpdateRules rules = Subresources.rules(resource, write.subresource());
        CodeChange code = new CodeChange(write, change);
        return resource.parse(update.run(write, rules, code).object());
    }

    private UnaryOperator<ApiObject> scalePatch(Write write, PatchType type, RequestBody body) {
        if (type == PatchType.APPLY) {
            ApiObject applied = ApiObject.of(AppliedText.read(body.bytes()));
            return scale -> {
                scale.with("spec").setAll(applied.with("spec"));
                return scale;
            };
        }
        Schema schema = catalog.get().schema(write.kind()).orElseThrow();
        return new PatchChange(write, reader, type, body.bytes(), schema)::patched;
    }

    private WriteOutcome run(Write write, ObjectChange change) {
        WriteOutcome outcome =
                update.run(
                        write, Subresources.rules(write.resource(), write.subresource()), change);
        return new WriteOutcome(
                Subresources.show(write.resource(), write.subresource(), outcome.object()),
                outcome.created());
    }

    private static Write write(Resource resource, RequestContext context, WriteOptions options) {
        GroupVersionKind kind = Subresources.kind(resource, context.info().subresource());
        return new Write(context, resource, kind, options);
    }
}
