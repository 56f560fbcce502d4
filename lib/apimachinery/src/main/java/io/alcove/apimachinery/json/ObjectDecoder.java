package io.alcove.apimachinery.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.status.StatusException;
import java.io.IOException;
import java.util.List;

/**
 * Reads request bodies into objects of known kinds, as kube-apiserver reads them: what it refuses
 * is refused with its words (a {@link io.alcove.apimachinery.status.StatusException} of 400), what
 * it drops is dropped.
 *
 * <p>The result is in canonical form: nulls are absent, and so is every zero value that upstream's
 * Go type cannot tell from absence. {@link io.alcove.apimachinery.schema.WireForm} puts back those
 * that upstream writes although they are zero.
 */
public final class ObjectDecoder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Catalog catalog;

    public ObjectDecoder(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Reads a JSON or YAML body; a body that names no kind is taken as the expected one. */
    public Decoded decode(
            byte[] body, BodyFormat format, GroupVersionKind expected, FieldValidation validation) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode object) {
                return decode(object, expected, validation);
            }
        } catch (IOException e) {
            throw StatusException.badRequest(e.toString());
        }
        throw StatusException.badRequest(format + " body is no object");
    }

    /** The same for an object that a patch made: {@code object} itself is left as it is. */
    public Decoded decode(
            ObjectNode object, GroupVersionKind expected, FieldValidation validation) {
        if (catalog.schema(expected).isEmpty()) {
            throw StatusException.badRequest("no kind " + expected + ", " + validation);
        }
        ObjectNode read = object.deepCopy();
        read.put("apiVersion", expected.apiVersion()).put("kind", expected.kind());
        return new Decoded(read, expected, List.of());
    }
}
