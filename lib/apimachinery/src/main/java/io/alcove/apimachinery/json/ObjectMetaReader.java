package io.alcove.apimachinery.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.schema.Schema;
import java.util.List;

/** Reads the metadata of objects that have no Go type: it has one nevertheless. */
public final class ObjectMetaReader {

    private static final String UNKNOWN = "unknown field \"";

    private final Schema objectMeta;

    /**
     * @param metadata in canonical form
     * @param unknownFields their paths inside the metadata
     */
    public record Read(ObjectNode metadata, List<String> unknownFields) {}

    public ObjectMetaReader(Schema objectMeta) {
        this.objectMeta = objectMeta;
    }

    /**
     * @throws DecodeException with Go's message where a value is of a wrong type
     */
    public Read read(JsonNode metadata) {
        if (!metadata.isObject() && !metadata.isNull()) {
            throw new DecodeException(
                    "json: cannot unmarshal "
                            + typeOf(metadata)
                            + " into Go value of type v1.ObjectMeta");
        }
        Complaints complaints = new Complaints(true);
        ObjectNode read = JsonBody.readObject(metadata.traverse(), objectMeta, complaints);
        complaints
                .wrongType()
                .ifPresent(
                        why -> {
                            throw new DecodeException(why);
                        });
        return new Read(
                read,
                complaints.strict().stream()
                        .filter(complaint -> complaint.startsWith(UNKNOWN))
                        .map(ObjectMetaReader::path)
                        .toList());
    }

    private static String path(String complaint) {
        return complaint.substring(UNKNOWN.length(), complaint.length() - 1);
    }

    private static String typeOf(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case BOOLEAN -> "bool";
            case NUMBER -> "number";
            case STRING, BINARY -> "string";
            case OBJECT, NULL, MISSING, POJO -> "object";
        };
    }
}
