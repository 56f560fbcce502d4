package io.alcove.apimachinery.protobuf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What may be a JSON schema or something else in a custom resource definition: an array of schemas
 * (A), a boolean (B), an array of strings (S).
 */
final class SchemaUnion {

    static final String SCHEMA =
            "apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final MessageReader reader;
    private final char type;
    private final ArrayNode list = NODES.arrayNode();
    private @Nullable JsonNode schema;
    private boolean allowed;

    SchemaUnion(MessageReader reader, char type) {
        this.reader = reader;
        this.type = type;
    }

    static boolean isUnion(char type) {
        return type == 'A' || type == 'B' || type == 'S';
    }

    JsonNode read(CodedInputStream in, int depth) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int number = WireFormat.getTagFieldNumber(tag);
            if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT) {
                allowed = in.readBool();
            } else if (number == (type == 'B' ? 2 : 1)) {
                schema = reader.message(SCHEMA, in, depth);
            } else if (type == 'A') {
                list.add(reader.message(SCHEMA, in, depth));
            } else {
                list.add(in.readString());
            }
        }
        return value();
    }

    private JsonNode value() {
        if (!list.isEmpty()) {
            return list;
        }
        if (schema != null) {
            return schema;
        }
        return type == 'B' ? NODES.booleanNode(allowed) : NODES.nullNode();
    }
}
