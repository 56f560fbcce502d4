package io.alcove.apiserver.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.json.ObjectDecoder;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.protobuf.ProtobufDecoder;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.registry.RequestBody;
import java.io.IOException;
import java.util.Optional;

/** Reads the protobuf bodies that typed clients send. */
final class ProtobufBodies {

    private final Optional<ProtobufDecoder> decoder;

    /**
     * @param minor the Kubernetes version ("1.36")
     */
    ProtobufBodies(String minor) {
        this.decoder = ProtobufDecoder.load(minor);
    }

    /**
     * The same object as a JSON body.
     *
     * @param expected that is expected
     */
    RequestBody toJson(byte[] protobuf, GroupVersionKind expected) {
        try {
            Optional<ObjectNode> object =
                    decoder.isEmpty() ? Optional.empty() : decoder.get().decode(protobuf);
            return RequestBody.json(
                    ApiObject.of(object.orElseThrow(ProtobufBodies::unsupported)).toBytes());
        } catch (IOException e) {
            throw ObjectDecoder.unrecognized(expected, String.valueOf(e.getMessage()), protobuf);
        }
    }

    private static StatusException unsupported() {
        return new StatusException(
                Status.of(
                        StatusReason.UNSUPPORTED_MEDIA_TYPE,
                        "the body of the request was in an unknown format - accepted media types"
                                + " include: application/json, application/yaml"));
    }
}
