package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apiserver.request.RequestContext;
import java.util.List;
import java.util.function.Consumer;

/** Changes an object by PUT or one of the patches, through its own path or a subresource. */
final class Changing {

    private final ScaleChanges scales;
    private final BodyReader reader;
    private final ObjectUpdate update;

    Changing(ScaleChanges scales, BodyReader reader, ObjectUpdate update) {
        this.scales = scales;
        this.reader = reader;
        this.update = update;
    }

    WriteOutcome update(
            Resource resource, RequestContext context, RequestBody body, WriteOptions options) {
        Write write = write(resource, context, options);
        if (write.subresource().equals(Subresources.SCALE)) {
            return run(write, scales.put(write, body));
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
            return run(write, scales.patch(write, type, body));
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
