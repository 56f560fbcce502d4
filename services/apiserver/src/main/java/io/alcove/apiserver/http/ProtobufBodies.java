package io.alcove.apiserver.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.InvalidProtocolBufferException;
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
            return RequestBody.json(json(protobuf));
        } catch (IOException e) {
            throw ObjectDecoder.unrecognized(expected, reason(e), protobuf);
        }
    }

    /** The same of options, whose refusal is worded otherwise. */
    RequestBody optionsToJson(byte[] protobuf) {
        try {
            return RequestBody.json(json(protobuf));
        } catch (IOException e) {
            throw StatusException.badRequest(reason(e));
        }
    }

    /** Empty where it is none of a known kind. */
    Optional<JsonNode> read(byte[] protobuf) throws IOException {
        return decoder.isEmpty()
                ? Optional.empty()
                : decoder.get().decode(protobuf).map(JsonNode.class::cast);
    }

    private byte[] json(byte[] protobuf) throws IOException {
        if (protobuf.length == 0) {
            throw new IOException("empty data");
        }
        Optional<ObjectNode> object =
                decoder.isEmpty() ? Optional.empty() : decoder.get().decode(protobuf);
        return ApiObject.of(object.orElseThrow(ProtobufBodies::unsupported)).toBytes();
    }

    /** What Go's library would say of bytes that end too early. */
    private static String reason(IOException e) {
        return e instanceof InvalidProtocolBufferException
                ? "unexpected EOF"
                : String.valueOf(e.getMessage());
    }

    private static StatusException unsupported() {
        return new StatusException(
                Status.of(
                        StatusReason.UNSUPPORTED_MEDIA_TYPE,
                        "the body of the request was in an unknown format - accepted media types"
                                + " include: application/json, application/yaml"));
    }
}
