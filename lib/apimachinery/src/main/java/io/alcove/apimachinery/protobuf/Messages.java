package io.alcove.apimachinery.protobuf;

import io.alcove.apimachinery.object.GroupVersionKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
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

    private final Map<GroupVersionKind, String> kinds = new HashMap<>();
    private final Map<String, String> lines = new HashMap<>();
    private final Map<String, Map<Integer, MessageField>> fields = new ConcurrentHashMap<>();
    private final Map<String, MessageType> types = new ConcurrentHashMap<>();

    /** Empty where the library holds no facts of that version. */
    static Optional<Messages> load(String minor) {
        try (InputStream in = Messages.class.getResourceAsStream(minor + ".tsv")) {
            if (in == null) {
                return Optional.empty();
            }
            Messages messages = new Messages();
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .forEach(messages::add);
            return Optional.of(messages);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<String> ofKind(GroupVersionKind kind) {
        return Optional.ofNullable(kinds.get(kind));
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
        return Stream.of(lines.getOrDefault(message, "").split("\t", -1))
                .filter(text -> !text.isEmpty())
                .map(MessageField::parse)
                .collect(Collectors.toMap(MessageField::number, Function.identity()));
    }

    private void add(String line) {
        if (line.startsWith("= ")) {
            List<String> parts = List.of(line.substring(2).split("\t", -1));
            kinds.put(new GroupVersionKind(parts.get(0), parts.get(1), parts.get(2)), parts.get(3));
        } else {
            int tab = line.indexOf('\t');
            lines.put(line.substring(0, tab), line.substring(tab + 1));
        }
    }
}
