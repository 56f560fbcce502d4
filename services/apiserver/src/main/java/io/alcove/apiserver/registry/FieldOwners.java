package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.apply.ApplyResult;
import io.alcove.apimachinery.apply.FieldFilter;
import io.alcove.apimachinery.apply.FieldSet;
import io.alcove.apimachinery.apply.Writer;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps metadata.managedFields, in the version of each request. */
final class FieldOwners {

    private static final Set<String> WRITTEN_BY_STATUS =
            Set.of("apiVersion", "kind", "metadata", "status");

    private static final Set<String> KEEPING_STATUS =
            Set.of("", "finalize", "ephemeralcontainers", "resize");

    private FieldOwners() {}

    /**
     * The object with its owners after a create, update or patch.
     *
     * @param present empty for a create; like the object in the storage version
     */
    static ApiObject afterUpdate(Write write, Optional<ApiObject> present, ApiObject object) {
        Resource resource = write.resource();
        ObjectNode live = present.map(ApiObject::node).orElseGet(FieldOwners::nothing);
        if (resource.conversion().isSameShape()) {
            return ApiObject.of(
                    resource.ownership().afterUpdate(writer(write), live, object.node()));
        }
        ApiObject served = object.copy();
        resource.conversion().toServed(served);
        ObjectNode owned =
                resource.ownership()
                        .afterUpdate(writer(write), served(resource, present), served.node());
        ObjectNode metadata = object.with("metadata");
        metadata.remove("managedFields");
        JsonNode managedFields = owned.path("metadata").get("managedFields");
        if (managedFields != null) {
            metadata.set("managedFields", managedFields);
        }
        return object;
    }

    /**
     * What a server-side apply makes of the object, in the version of the request and not
     * defaulted.
     *
     * @param present in the storage version
     * @param applied in the version of the request
     */
    static ObjectNode apply(Write write, Optional<ApiObject> present, ObjectNode applied) {
        ObjectNode live = served(write.resource(), present);
        return switch (write.resource()
                .ownership()
                .apply(writer(write), live, applied, write.options().isForced())) {
            case ApplyResult.Applied(ObjectNode object) -> object;
            case ApplyResult.Refused refused -> throw new StatusException(refused.status());
        };
    }

    private static Writer writer(Write write) {
        return new Writer(write.fieldManager(), write.subresource(), filter(write));
    }

    /** What a path resets is not owned by who writes through it. */
    private static FieldFilter filter(Write write) {
        Resource resource = write.resource();
        if (write.subresource().equals("status") && resource.custom().isPresent()) {
            return FieldFilter.excluding(FieldSet.of("metadata"), FieldSet.of("spec"));
        }
        List<List<String>> reset = resource.strategy().resetFields(write.subresource());
        if (!reset.isEmpty() || write.subresource().equals("status")) {
            Stream<FieldSet> own = reset.stream().map(p -> FieldSet.of(p.toArray(String[]::new)));
            Stream<FieldSet> all =
                    write.subresource().equals("status")
                            ? resource.served().schema().properties().keySet().stream()
                                    .filter(field -> !WRITTEN_BY_STATUS.contains(field))
                                    .map(FieldSet::of)
                            : Stream.empty();
            return FieldFilter.excluding(Stream.concat(all, own).toArray(FieldSet[]::new));
        }
        return KEEPING_STATUS.contains(write.subresource()) && resource.hasStatus()
                ? FieldFilter.excluding(FieldSet.of("status"))
                : FieldFilter.none();
    }

    private static ObjectNode served(Resource resource, Optional<ApiObject> present) {
        if (present.isEmpty()) {
            return nothing();
        }
        ApiObject served = present.get().copy();
        resource.conversion().toServed(served);
        return served.node();
    }

    private static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
