package io.alcove.apimachinery.protobuf;

import io.alcove.apimachinery.facts.Facts;
import io.alcove.apimachinery.facts.Slice;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The protobuf messages of the kinds of one Kubernetes version. Fields are read when first asked
 * for.
 */
final class Messages {

    private final Facts facts;
    private final Map<String, Map<Integer, MessageField>> fields = new ConcurrentHashMap<>();
    private final Map<GroupVersionKind, String> kinds = new ConcurrentHashMap<>();
    private final Map<String, MessageType> types = new ConcurrentHashMap<>();

    private static final String META = "meta.k8s.io/v1";
    private static final String META_BETA = "meta.k8s.io/v1beta1";

    private Messages(Facts facts) {
        this.facts = facts;
    }

    static Messages load(String minor) {
        return new Messages(Facts.load(Messages.class, minor));
    }

    /** Of a kind that may be anything: what is unknown is not kept. */
    Optional<String> ofKind(GroupVersionKind kind) {
        String known = kinds.get(kind);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<String> found = find(kind);
        found.ifPresent(message -> kinds.put(kind, message));
        return found;
    }

    private Optional<String> find(GroupVersionKind kind) {
        // of the metadata alone both versions are one message
        String apiVersion = kind.apiVersion().equals(META_BETA) ? META : kind.apiVersion();
        return facts.find("kind", apiVersion + " " + kind.kind()).map(Slice::text);
    }

    /** The message as it is written. */
    MessageType type(String message) {
        MessageType present = types.get(message);
        if (present != null) {
            return present;
        }
        MessageType read = MessageType.of(fields(message).values(), this);
        MessageType raced = types.putIfAbsent(message, read);
        return raced == null ? read : raced;
    }

    /** The fields of a message by their numbers. */
    Map<Integer, MessageField> fields(String message) {
        return fields.computeIfAbsent(message, this::parse);
    }

    private Map<Integer, MessageField> parse(String message) {
        return Stream.of(facts.find("message", message).map(Slice::text).orElse("").split("\t", -1))
                .filter(text -> !text.isEmpty())
                .map(MessageField::parse)
                .collect(Collectors.toMap(MessageField::number, Function.identity()));
    }
}
