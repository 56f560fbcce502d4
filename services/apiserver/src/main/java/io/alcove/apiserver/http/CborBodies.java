package io.alcove.apiserver.http;

import io.alcove.apimachinery.cbor.CborDecoder;
import io.alcove.apimachinery.cbor.CborException;
import io.alcove.apimachinery.json.ObjectDecoder;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apiserver.registry.RequestBody;
import java.nio.charset.StandardCharsets;

/** Reads bodies in CBOR as the JSON that they stand for. */
final class CborBodies {

    private CborBodies() {}

    /**
     * @param expected that is expected
     */
    static RequestBody toJson(byte[] cbor, GroupVersionKind expected) {
        try {
            return RequestBody.json(
                    CborDecoder.decode(cbor).toString().getBytes(StandardCharsets.UTF_8));
        } catch (CborException e) {
            throw ObjectDecoder.unrecognized(
                    expected, "unable to determine group/version/kind: " + e.getMessage(), cbor);
        }
    }
}
