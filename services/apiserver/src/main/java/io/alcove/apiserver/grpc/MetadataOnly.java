package io.alcove.apiserver.grpc;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.UnsafeByteOperations;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.proto.objects.v1.Object;

/** An object without spec and status, under its own apiVersion and kind. */
final class MetadataOnly {

    private MetadataOnly() {}

    static Object object(StoredObject stored) {
        ApiObject whole = ApiObject.parse(stored.json());
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        part.put("apiVersion", whole.apiVersion()).put("kind", whole.kind());
        part.set("metadata", whole.with("metadata"));
        return GrpcRequests.object(stored).toBuilder()
                .setJson(UnsafeByteOperations.unsafeWrap(ApiObject.of(part).toBytes()))
                .build();
    }
}
