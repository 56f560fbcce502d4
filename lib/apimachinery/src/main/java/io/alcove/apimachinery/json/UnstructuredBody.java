package io.alcove.apimachinery.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.status.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The body of a request for a kind that has no Go type.
 *
 * @param kind what it says that it is
 * @param duplicates what is said of fields that stand twice
 */
public record UnstructuredBody(
        ObjectNode object, GroupVersionKind kind, List<String> duplicates, boolean yaml) {

    /**
     * @throws StatusException (400) where it is no object, or says no kind
     */
    public static UnstructuredBody read(byte[] body, BodyFormat format, GroupVersionKind expected) {
        try {
            boolean yaml = format == BodyFormat.YAML && !JsonBody.isWellFormed(body);
            YamlBody document =
                    yaml
                            ? YamlBody.read(body)
                            : new YamlBody(readJson(body), DuplicateFields.in(body));
            JsonNode tree = document.tree();
            GroupVersionKind kind = KindHeader.read(tree).orElse(new GroupVersionKind("", "", ""));
            if (!(tree instanceof ObjectNode object) || kind.kind().isEmpty()) {
                throw new DecodeException(
                        "Object 'Kind' is missing in '" + text(tree, body, yaml) + "'");
            }
            return new UnstructuredBody(object, kind, document.duplicates(), yaml);
        } catch (DecodeException e) {
            throw DecodeErrors.unrecognized(expected, e.reason(), body);
        }
    }

    /**
     * The body as an object of the expected kind.
     *
     * @param coercion brings the object into its kind's form, and gives what it dropped
     */
    public Decoded as(
            GroupVersionKind expected,
            FieldValidation validation,
            Function<ObjectNode, List<String>> coercion) {
        List<String> complaints = new ArrayList<>(yaml ? List.of() : duplicates);
        try {
            coercion.apply(object)
                    .forEach(path -> complaints.add("unknown field \"" + path + "\""));
        } catch (DecodeException e) {
            throw DecodeErrors.cannotHandle(kind, expected, e.reason());
        }
        List<String> ofYaml = yaml ? duplicates : List.of();
        if (validation == FieldValidation.STRICT && !(complaints.isEmpty() && ofYaml.isEmpty())) {
            throw DecodeErrors.cannotHandle(
                    kind, expected, DecodeErrors.strict(ofYaml, complaints));
        }
        return validation == FieldValidation.IGNORE
                ? new Reading(object, List.of()).as(kind)
                : new Reading(object, complaints).as(kind, ofYaml);
    }

    private static JsonNode readJson(byte[] body) {
        try {
            return JsonBody.read(body);
        } catch (DecodeException e) {
            throw new DecodeException(KindHeader.UNREADABLE + e.reason());
        }
    }

    private static String text(JsonNode tree, byte[] body, boolean yaml) {
        return yaml ? tree.toString() : new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }
}
