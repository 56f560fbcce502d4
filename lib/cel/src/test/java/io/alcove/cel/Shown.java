package io.alcove.cel;

import io.alcove.cel.type.CelType;
import io.alcove.cel.value.ByteString;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.MapValue;
import io.alcove.cel.value.OptionalValue;
import io.alcove.cel.value.Texts;
import io.alcove.cel.value.UnsignedLong;
import io.alcove.cel.value.Values;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Values as the recorder of golden rows writes them. */
final class Shown {

    private Shown() {}

    static String of(Object value) {
        return switch (value) {
            case CelError error -> error.message();
            case String text -> quoted(text);
            case ByteString bytes ->
                    "b" + quoted(new String(bytes.toArray(), StandardCharsets.UTF_8));
            case UnsignedLong number -> number + "u";
            case Double number -> "double(" + Texts.number(number) + ")";
            case Duration duration -> "duration(" + Texts.seconds(duration) + ")";
            case Instant timestamp ->
                    "timestamp(" + io.alcove.cel.library.Timestamps.text(timestamp) + ")";
            case CelType type -> "type(" + type.name() + ")";
            case OptionalValue(@Nullable Object inner) ->
                    inner == null ? "optional.none()" : "optional.of(" + of(inner) + ")";
            case ListValue list ->
                    list.toList().stream()
                            .map(Shown::of)
                            .collect(Collectors.joining(", ", "[", "]"));
            case MapValue map -> "map of " + map.size();
            case Boolean _, Long _ -> value.toString();
            default -> value.toString().equals("null") ? "null" : Values.type(value).name();
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + '"';
    }
}
