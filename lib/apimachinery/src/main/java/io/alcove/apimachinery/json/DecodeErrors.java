package io.alcove.apimachinery.json;

import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.status.StatusException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Upstream's words for bodies that it cannot take. */
final class DecodeErrors {

    private static final int SHOWN_BYTES = 30;

    private DecodeErrors() {}

    /** The kind of the body could not even be told. */
    static StatusException unrecognized(GroupVersionKind expected, String why, byte[] body) {
        return StatusException.badRequest(
                "the object provided is unrecognized (must be of type "
                        + expected.kind()
                        + "): "
                        + why
                        + " ("
                        + summary(body)
                        + ")");
    }

    static StatusException cannotHandle(
            GroupVersionKind given, GroupVersionKind expected, String why) {
        return StatusException.badRequest(
                given.kind()
                        + " in version \""
                        + given.version()
                        + "\" cannot be handled as a "
                        + expected.kind()
                        + ": "
                        + why);
    }

    /**
     * @param duplicates of YAML, which upstream's parser reports all in one
     */
    static String strict(List<String> duplicates, List<String> complaints) {
        List<String> all = new ArrayList<>();
        if (!duplicates.isEmpty()) {
            all.add("yaml: unmarshal errors:\n  " + String.join("\n  ", duplicates));
        }
        all.addAll(complaints);
        return "strict decoding error: " + String.join(", ", all);
    }

    static String notRegistered(GroupVersionKind kind) {
        return "no kind \""
                + kind.kind()
                + "\" is registered for version \""
                + kind.apiVersion()
                + "\" in scheme \"pkg/runtime/scheme.go:111\"";
    }

    static String unknownConversion(GroupVersionKind given, GroupVersionKind expected) {
        return "converting ("
                + given.version()
                + "."
                + given.kind()
                + ") to ("
                + internalPackage(expected.group())
                + "."
                + expected.kind()
                + "): unknown conversion";
    }

    static StatusException wrongVersion(GroupVersionKind given, GroupVersionKind expected) {
        return StatusException.badRequest(
                "the API version in the data ("
                        + given.apiVersion()
                        + ") does not match the expected API version ("
                        + expected.apiVersion()
                        + ")");
    }

    /** Where upstream's types without a version live; events are the core group's. */
    private static String internalPackage(String group) {
        if (group.isEmpty() || group.equals("events.k8s.io")) {
            return "core";
        }
        int dot = group.indexOf('.');
        return dot < 0 ? group : group.substring(0, dot);
    }

    private static String summary(byte[] body) {
        if (body.length == 0) {
            return "<empty>";
        }
        int shown = Math.min(body.length, SHOWN_BYTES);
        String text =
                body[0] == '{'
                        ? new String(body, 0, shown, StandardCharsets.UTF_8)
                        : HexFormat.of().formatHex(body, 0, shown);
        return shown < body.length ? text + " ..." : text;
    }
}
