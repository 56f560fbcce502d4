package io.alcove.apimachinery.protobuf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Map;

/** Reads messages into the JSON of the objects that they are the form of. */
final class MessageReader {

    /** Deeper than any kind; a schema in a custom resource definition goes deepest. */
    private static final int MAX_DEPTH = 100;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Messages messages;

    MessageReader(Messages messages) {
        this.messages = messages;
    }

    ObjectNode read(String message, CodedInputStream in) throws IOException {
        ObjectNode object = NODES.objectNode();
        fill(object, message, in, 0);
        return object;
    }

    private void fill(ObjectNode object, String message, CodedInputStream in, int depth)
            throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("a message that is nested too deeply");
        }
        Map<Integer, MessageField> fields = messages.fields(message);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            MessageField field = fields.get(WireFormat.getTagFieldNumber(tag));
            if (field == null) {
                in.skipField(tag);
            } else if (field.name().equals(MessageField.INLINE)) {
                fill(object, field.type(), nested(in), depth + 1);
            } else {
                put(object, field, tag, in, depth);
            }
        }
    }

    private void put(ObjectNode object, MessageField field, int tag, CodedInputStream in, int depth)
            throws IOException {
        switch (field.shape()) {
            case ONE -> object.set(field.name(), value(field, tag, in, depth));
            case LIST -> array(object, field.name()).add(value(field, tag, in, depth));
            case MAP -> putEntry(object, field, nested(in), depth);
        }
    }

    private void putEntry(ObjectNode object, MessageField field, CodedInputStream in, int depth)
            throws IOException {
        ObjectNode map =
                object.get(field.name()) instanceof ObjectNode present
                        ? present
                        : object.putObject(field.name());
        String key = "";
        JsonNode value = NODES.textNode("");
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> key = in.readString();
                case 2 -> value = value(field, tag, in, depth);
                default -> in.skipField(tag);
            }
        }
        map.set(key, value);
    }

    private JsonNode value(MessageField field, int tag, CodedInputStream in, int depth)
            throws IOException {
        if (!field.isMessage()) {
            char type = field.type().charAt(0);
            return SchemaUnion.isUnion(type)
                    ? new SchemaUnion(this, type).read(nested(in), depth + 1)
                    : ScalarValue.read(type, tag, in);
        }
        ObjectNode object = message(field.type(), in, depth + 1);
        JsonNode self = object.get(MessageField.SELF);
        return self == null ? object : self;
    }

    ObjectNode message(String message, CodedInputStream in, int depth) throws IOException {
        ObjectNode object = NODES.objectNode();
        fill(object, message, nested(in), depth);
        return object;
    }

    private static ArrayNode array(ObjectNode object, String name) {
        JsonNode present = object.get(name);
        return present instanceof ArrayNode array ? array : object.putArray(name);
    }

    static CodedInputStream nested(CodedInputStream in) throws IOException {
        return CodedInputStream.newInstance(in.readByteArray());
    }
}
