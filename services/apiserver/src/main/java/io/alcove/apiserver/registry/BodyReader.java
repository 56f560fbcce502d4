package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.json.BodyFormat;
import io.alcove.apimachinery.json.Decoded;
import io.alcove.apimachinery.json.FieldValidation;
import io.alcove.apimachinery.json.ObjectDecoder;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.status.StatusException;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads what clients send into objects of the version of the request. */
final class BodyReader {

    private final Supplier<Catalog> catalog;

    BodyReader(Supplier<Catalog> catalog) {
        this.catalog = catalog;
    }

    ApiObject read(Write write, RequestBody body) {
        BodyFormat format = format(body.mediaType());
        return accept(
                write,
                custom(write)
                        .map(kind -> kind.decode(body.bytes(), format, validation(write)))
                        .orElseGet(
                                () ->
                                        decoder()
                                                .decode(
                                                        body.bytes(),
                                                        format,
                                                        write.kind(),
                                                        validation(write))));
    }

    /** What a patch made of an object. */
    Decoded read(Write write, ObjectNode patched, FieldValidation validation) {
        return custom(write)
                .map(kind -> kind.decode(patched, validation))
                .orElseGet(() -> decoder().decode(patched, write.kind(), validation));
    }

    /** Empty for what is built in, as the Scale of a custom resource is. */
    private static Optional<CustomKind> custom(Write write) {
        return write.resource()
                .custom()
                .filter(_ -> write.kind().equals(write.resource().served().kind()));
    }

    static FieldValidation validation(Write write) {
        return FieldValidation.parse(write.options().fieldValidation())
                .orElse(FieldValidation.WARN);
    }

    private ObjectDecoder decoder() {
        return new ObjectDecoder(catalog.get());
    }

    private static ApiObject accept(Write write, Decoded decoded) {
        write.warn(decoded.warnings());
        GroupVersionKind kind = decoded.kind();
        if (!kind.apiVersion().equals(write.kind().apiVersion())) {
            throw StatusException.badRequest(
                    "the API version in the data (%s) does not match the expected API version (%s)"
                            .formatted(kind.apiVersion(), write.kind().apiVersion()));
        }
        return ApiObject.of(decoded.object());
    }

    private static BodyFormat format(String mediaType) {
        return mediaType.equals(RequestBody.YAML) ? BodyFormat.YAML : BodyFormat.JSON;
    }
}
