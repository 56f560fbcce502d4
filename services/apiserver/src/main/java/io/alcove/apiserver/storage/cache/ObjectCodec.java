package io.alcove.apiserver.storage.cache;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Between the trees of one resource's objects and the bytes that the store holds. */
final class ObjectCodec {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> HEAD = List.of("apiVersion", "kind", "metadata");
    private static final List<String> METADATA_LEFT_OUT = List.of("resourceVersion");

    private final GroupResource resource;
    private final FieldExtractor extractor;

    ObjectCodec(GroupResource resource, FieldExtractor extractor) {
        this.resource = resource;
        this.extractor = extractor;
    }

    EncodedObject encode(ApiObject object) {
        return describe(object, object.objectName(), write(object));
    }

    /** Parses; for values that this process did not write itself. */
    EncodedObject read(ObjectName name, byte[] value) {
        return describe(ApiObject.parse(value), name, value);
    }

    private EncodedObject describe(ApiObject object, ObjectName name, byte[] value) {
        Map<String, String> fields = new HashMap<>(extractor.fields(resource, object));
        fields.put("metadata.name", name.name());
        fields.put("metadata.namespace", name.namespace());
        return new EncodedObject(
                name, object.uid(), value, Map.copyOf(object.labels()), Map.copyOf(fields));
    }

    private static byte[] write(ApiObject object) {
        try (ByteArrayBuilder bytes = new ByteArrayBuilder();
                JsonGenerator json = MAPPER.getFactory().createGenerator(bytes)) {
            SerializerProvider provider = MAPPER.getSerializerProviderInstance();
            json.writeStartObject();
            json.writeStringField("apiVersion", object.apiVersion());
            json.writeStringField("kind", object.kind());
            json.writeObjectFieldStart("metadata");
            writeFields(json, provider, object.at("metadata"), METADATA_LEFT_OUT);
            json.writeEndObject();
            writeFields(json, provider, object.node(), HEAD);
            json.writeEndObject();
            json.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Past the mapper, which would look for a serializer at each field. */
    private static void writeFields(
            JsonGenerator json, SerializerProvider provider, JsonNode object, List<String> except)
            throws IOException {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!except.contains(field.getKey())) {
                json.writeFieldName(field.getKey());
                field.getValue().serialize(json, provider);
            }
        }
    }
}
