package io.alcove.apiserver.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apimachinery.table.IncludeObject;
import io.alcove.apimachinery.table.PartialObject;
import io.alcove.apimachinery.table.ScaleTable;
import io.alcove.apimachinery.table.Tables;
import io.alcove.apiserver.registry.ObjectList;
import io.alcove.apiserver.storage.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/**
 * What a client gets of objects, in the form that it asked for: the stored bytes, or a table or the
 * metadata alone, for which they are read.
 *
 * @param kind of the objects as they are answered: a subresource may have one of its own
 * @param scale whether the objects are views as Scale
 * @param include of a table's rows
 */
record Answers(
        ResourceType type,
        GroupVersionKind kind,
        boolean scale,
        Representation form,
        Encodings encodings,
        IncludeObject include,
        Clock clock) {

    private static final byte[] STATUS = "{\"kind\":\"Status\"".getBytes(StandardCharsets.US_ASCII);

    /** Whole, in the encoding asked for. */
    byte[] object(StoredObject object) {
        return form.asKind() == Representation.As.ITSELF && !isStatus(object.json())
                ? encodings.encode(form, kind, object)
                : object(object.json());
    }

    byte[] object(byte[] json) {
        return encodings.encode(form, viewed(json));
    }

    private byte[] viewed(byte[] json) {
        if (isStatus(json)) {
            return json;
        }
        return switch (form.asKind()) {
            case TABLE -> bytes(table(List.of(ApiObject.parse(json)), metadataOf(json)));
            case PARTIAL -> bytes(versioned(PartialObject.of(ApiObject.parse(json))));
            case PARTIAL_LIST ->
                    throw notAcceptable(
                            "you requested PartialObjectMetadataList, but the requested object is not a list (*%s)"
                                    .formatted(goType(type.kind().kind())));
            case ITSELF -> json;
        };
    }

    AnswerBytes list(ObjectList list) {
        return switch (form.asKind()) {
            case TABLE -> encode(table(parsed(list), metadataOf(list)));
            case PARTIAL_LIST ->
                    encode(versioned(PartialObject.list(parsed(list), metadataOf(list))));
            case PARTIAL ->
                    throw notAcceptable(
                            "you requested PartialObjectMetadata, but the requested object is a list (*%s)"
                                    .formatted(goType(type.listKind().kind())));
            case ITSELF -> plain(list);
        };
    }

    private AnswerBytes plain(ObjectList list) {
        return switch (form.encoding()) {
            case JSON -> form.pretty() ? encode(json(list).whole()) : json(list);
            case YAML -> encode(json(list).whole());
            case PROTOBUF -> encodings.protobufList(type, bytes(metadataOf(list)), list.items());
            case CBOR -> AnswerBytes.of(encodings.cborList(type, metadataOf(list), list.items()));
        };
    }

    private AnswerBytes json(ObjectList list) {
        return ListWriter.write(
                type.resource().apiVersion(), type.listKind().kind(), list, type.isCustom());
    }

    /**
     * @param first whether no event of the watch went before
     */
    byte[] event(StoredObject object, boolean first) {
        return form.asKind() == Representation.As.ITSELF
                ? encodings.embed(form, type.kind(), object)
                : event(object.json(), first);
    }

    byte[] event(byte[] json, boolean first) {
        return encodings.embed(
                form,
                form.asKind() == Representation.As.TABLE
                        ? bytes(
                                Tables.event(
                                        type,
                                        ApiObject.parse(json),
                                        include,
                                        first,
                                        clock.instant()))
                        : viewed(json));
    }

    byte[] event(Status status) {
        return encodings.embed(form, bytes(status.toNode()));
    }

    private static boolean isStatus(byte[] json) {
        return json.length > STATUS.length
                && Arrays.equals(json, 0, STATUS.length, STATUS, 0, STATUS.length);
    }

    private static StatusException notAcceptable(String message) {
        return new StatusException(Status.of(StatusReason.NOT_ACCEPTABLE, message));
    }

    /** Upstream names its type without a version, in the package of the group. */
    private String goType(String kind) {
        String group = type.resource().group();
        int dot = group.indexOf('.');
        if (type.isCustom()) {
            return "unstructured.Unstructured" + (kind.endsWith("List") ? "List" : "");
        }
        boolean core = group.isEmpty() || group.equals("events.k8s.io");
        return (core ? "core" : dot < 0 ? group : group.substring(0, dot)) + "." + kind;
    }

    private ObjectNode table(List<ApiObject> objects, ObjectNode metadata) {
        ObjectNode table =
                scale
                        ? ScaleTable.render(objects, include, metadata, clock.instant())
                        : Tables.render(type, objects, include, metadata, clock.instant());
        String apiVersion = "meta.k8s.io/" + form.version();
        table.path("rows")
                .forEach(
                        row -> {
                            if (row.path("object") instanceof ObjectNode object
                                    && include == IncludeObject.METADATA) {
                                object.put("apiVersion", apiVersion);
                            }
                        });
        return table.put("apiVersion", apiVersion);
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

    private ObjectNode versioned(ObjectNode partial) {
        return partial.put("apiVersion", "meta.k8s.io/" + form.version());
    }

    private AnswerBytes encode(ObjectNode node) {
        return encode(bytes(node));
    }

    private AnswerBytes encode(byte[] json) {
        return AnswerBytes.of(encodings.encode(form, json));
    }

    private static byte[] bytes(ObjectNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }
}
