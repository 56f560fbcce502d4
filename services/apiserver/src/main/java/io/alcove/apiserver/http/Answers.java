package io.alcove.apiserver.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.table.IncludeObject;
import io.alcove.apimachinery.table.PartialObject;
import io.alcove.apimachinery.table.Tables;
import io.alcove.apiserver.registry.ObjectList;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

/**
 * What a client gets of objects, in the form that it asked for: the stored bytes, or a table or the
 * metadata alone, for which they are read.
 *
 * @param include of a table's rows
 */
record Answers(ResourceType type, Representation form, IncludeObject include, Clock clock) {

    byte[] object(byte[] json) {
        return switch (form.asKind()) {
            case TABLE -> bytes(table(List.of(ApiObject.parse(json)), metadataOf(json)));
            case PARTIAL, PARTIAL_LIST -> bytes(PartialObject.of(ApiObject.parse(json)));
            case ITSELF -> json;
        };
    }

    byte[] list(ObjectList list) {
        return switch (form.asKind()) {
            case TABLE -> bytes(table(parsed(list), metadataOf(list)));
            case PARTIAL, PARTIAL_LIST -> bytes(PartialObject.list(parsed(list), metadataOf(list)));
            case ITSELF ->
                    ListWriter.write(type.resource().apiVersion(), type.listKind().kind(), list);
        };
    }

    /**
     * @param first whether no event of the watch went before
     */
    byte[] event(byte[] json, boolean first) {
        return switch (form.asKind()) {
            case TABLE ->
                    bytes(
                            Tables.event(
                                    type, ApiObject.parse(json), include, first, clock.instant()));
            case PARTIAL, PARTIAL_LIST, ITSELF -> object(json);
        };
    }

    private ObjectNode table(List<ApiObject> objects, ObjectNode metadata) {
        return Tables.render(type, objects, include, metadata, clock.instant());
    }

    private static List<ApiObject> parsed(ObjectList list) {
        return list.items().stream().map(item -> ApiObject.parse(item.json())).toList();
    }

    private static ObjectNode metadataOf(byte[] json) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("resourceVersion", ApiObject.parse(json).resourceVersion());
    }

    private static ObjectNode metadataOf(ObjectList list) {
        ObjectNode metadata =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("resourceVersion", Long.toString(list.revision()));
        if (!list.continueToken().isEmpty()) {
            metadata.put("continue", list.continueToken());
        }
        if (list.remaining() > 0) {
            metadata.put("remainingItemCount", list.remaining());
        }
        return metadata;
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
