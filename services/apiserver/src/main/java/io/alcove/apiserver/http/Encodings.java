package io.alcove.apiserver.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.cbor.CborEncoder;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.protobuf.ProtobufEncoder;
import io.alcove.apiserver.http.Representation.Encoding;
import io.alcove.apiserver.storage.EncodedForms;
import io.alcove.apiserver.storage.StoredObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Puts JSON into the encodings that clients take; keeps what it made of stored objects. */
final class Encodings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<ProtobufEncoder> protobuf;
    private final Supplier<Catalog> catalog;
    private final List<Encoding> all;
    private final FormBudget budget = new FormBudget(FormBudget.MAX_BYTES);

    /**
     * @param minor the Kubernetes version ("1.36")
     * @param cbor whether CBOR is served
     */
    Encodings(String minor, Supplier<Catalog> catalog, boolean cbor) {
        this.protobuf = ProtobufEncoder.load(minor);
        this.catalog = catalog;
        this.all =
                Stream.of(Encoding.values())
                        .filter(encoding -> cbor || encoding != Encoding.CBOR)
                        .toList();
    }

    /** Whether objects of the kind can be had as protobuf. */
    boolean hasProtobuf(GroupVersionKind kind) {
        return protobuf.isPresent() && protobuf.get().knows(kind);
    }

    /** Those that are served, in upstream's order. */
    List<Encoding> all() {
        return all;
    }

    boolean hasCbor() {
        return all.contains(Encoding.CBOR);
    }

    /** A whole answer. */
    byte[] encode(Representation form, byte[] json) {
        return switch (form.encoding()) {
            case JSON -> form.pretty() ? PrettyJson.of(json) : withNewline(json);
            case YAML -> YamlText.of(json);
            case PROTOBUF -> protobuf(json);
            case CBOR -> cbor(json);
        };
    }

    /** A whole answer that is a stored object. */
    byte[] encode(Representation form, GroupVersionKind kind, StoredObject object) {
        return switch (form.encoding()) {
            case JSON, YAML -> encode(form, object.json());
            case PROTOBUF -> ProtobufEncoder.envelope(kind, message(kind, object));
            case CBOR -> cbor(object);
        };
    }

    /** What stands in an event of a watch: JSON without its end. */
    byte[] embed(Representation form, byte[] json) {
        return form.encoding() == Encoding.JSON ? json : encode(form, json);
    }

    /** The same of a stored object. */
    byte[] embed(Representation form, GroupVersionKind kind, StoredObject object) {
        return form.encoding() == Encoding.JSON ? object.json() : encode(form, kind, object);
    }

    /** An object in protobuf as it stands in lists. */
    private byte[] message(GroupVersionKind kind, StoredObject object) {
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

    AnswerBytes protobufList(ResourceType type, byte[] metadata, List<StoredObject> items) {
        AnswerBytes.Builder list = new AnswerBytes.Builder(2 * items.size() + 1);
        list.add(encoder().list(metadata, List.of()), 0);
        for (StoredObject item : items) {
            byte[] message = message(type.kind(), item);
            list.add(ProtobufEncoder.itemStart(message.length), 0);
            list.add(message, 0);
        }
        return list.build()
                .between(
                        length -> ProtobufEncoder.envelopeStart(type.listKind(), length),
                        ProtobufEncoder.envelopeEnd());
    }

    /** Items of a list state neither apiVersion nor kind, but for custom resources. */
    byte[] cborList(ResourceType type, ObjectNode metadata, List<StoredObject> items) {
        ObjectNode head =
                JSON.createObjectNode()
                        .put("kind", type.listKind().kind())
                        .put("apiVersion", type.listKind().apiVersion());
        head.set("metadata", metadata);
        List<byte[]> encoded = items.stream().map(item -> cborItem(type, item)).toList();
        return CborEncoder.selfDescribed(CborEncoder.list(head, encoded, encoded.size()));
    }

    private static byte[] cborItem(ResourceType type, StoredObject item) {
        try {
            ObjectNode node = (ObjectNode) JSON.readTree(item.json());
            if (!type.isCustom()) {
                node.remove(List.of("apiVersion", "kind"));
            }
            return CborEncoder.encode(node, Optional.of(type.schema()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProtobufEncoder encoder() {
        return protobuf.orElseThrow(
                () -> new IllegalStateException("no facts of protobuf for this version"));
    }

    private byte[] cbor(StoredObject object) {
        EncodedForms forms = object.forms();
        byte[] known = forms.cbor();
        if (known != null) {
            return known;
        }
        byte[] document = cbor(object.json());
        forms.keepCbor(document);
        budget.add(forms, document.length);
        return document;
    }

    private byte[] cbor(byte[] json) {
        try {
            GroupVersionKind kind = ProtobufEncoder.kindOf(json);
            return CborEncoder.selfDescribed(
                    CborEncoder.encode(JSON.readTree(json), catalog.get().schema(kind)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
