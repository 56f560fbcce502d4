package io.alcove.apiserver.http;

import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.protobuf.ProtobufEncoder;
import io.alcove.apiserver.storage.EncodedForms;
import io.alcove.apiserver.storage.StoredObject;
import java.util.Arrays;
import java.util.Optional;

/** Puts JSON into the encodings that clients take; keeps what it made of stored objects. */
final class Encodings {

    private final Optional<ProtobufEncoder> protobuf;
    private final FormBudget budget = new FormBudget(FormBudget.MAX_BYTES);

    /**
     * @param minor the Kubernetes version ("1.36")
     */
    Encodings(String minor) {
        this.protobuf = ProtobufEncoder.load(minor);
    }

    /** Whether objects of the kind can be had as protobuf. */
    boolean hasProtobuf(GroupVersionKind kind) {
        return protobuf.isPresent() && protobuf.get().knows(kind);
    }

    /** A whole answer. */
    byte[] encode(Representation form, byte[] json) {
        return switch (form.encoding()) {
            case JSON -> form.pretty() ? PrettyJson.of(json) : withNewline(json);
            case YAML -> YamlText.of(json);
            case PROTOBUF -> protobuf(json);
        };
    }

    /** A whole answer that is a stored object. */
    byte[] encode(Representation form, GroupVersionKind kind, StoredObject object) {
        return switch (form.encoding()) {
            case JSON, YAML -> encode(form, object.json());
            case PROTOBUF -> ProtobufEncoder.envelope(kind, message(kind, object));
        };
    }

    /** What stands in an event of a watch: JSON without its end. */
    byte[] embed(Representation form, byte[] json) {
        return form.encoding() == Representation.Encoding.JSON ? json : encode(form, json);
    }

    /** The same of a stored object. */
    byte[] embed(Representation form, GroupVersionKind kind, StoredObject object) {
        return form.encoding() == Representation.Encoding.JSON
                ? object.json()
                : encode(form, kind, object);
    }

    /** An object in protobuf as it stands in lists. */
    byte[] message(GroupVersionKind kind, StoredObject object) {
        EncodedForms forms = object.forms();
        byte[] known = forms.protobuf();
        if (known != null) {
            return known;
        }
        byte[] message = encoder().message(kind, object.json());
        forms.keepProtobuf(message);
        budget.add(forms, message.length);
        return message;
    }

    ProtobufEncoder encoder() {
        return protobuf.orElseThrow(
                () -> new IllegalStateException("no facts of protobuf for this version"));
    }

    private byte[] protobuf(byte[] json) {
        GroupVersionKind kind = ProtobufEncoder.kindOf(json);
        return ProtobufEncoder.envelope(kind, encoder().message(messageKind(kind), json));
    }

    /** Lists of discovery state no version. */
    private static GroupVersionKind messageKind(GroupVersionKind kind) {
        return kind.version().isEmpty()
                ? new GroupVersionKind(kind.group(), "v1", kind.kind())
                : kind;
    }

    /** As Go ends a JSON document. */
    private static byte[] withNewline(byte[] json) {
        if (json.length == 0 || json[json.length - 1] == '\n') {
            return json;
        }
        byte[] ended = Arrays.copyOf(json, json.length + 1);
        ended[json.length] = '\n';
        return ended;
    }
}
