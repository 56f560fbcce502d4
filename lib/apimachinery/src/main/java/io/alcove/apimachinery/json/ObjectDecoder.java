package io.alcove.apimachinery.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.status.StatusException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads request bodies into objects of known kinds, as kube-apiserver reads them: what it refuses
 * is refused with its words (a {@link StatusException} of 400), what it drops is dropped.
 *
 * <p>The result is in canonical form: nulls are absent, and so is every zero value that upstream's
 * Go type cannot tell from absence; quantities, times and base64 are written as upstream writes
 * them. {@link io.alcove.apimachinery.schema.WireForm} puts back the zero values that upstream
 * writes.
 */
public final class ObjectDecoder {

    private static final GroupVersionKind DELETE_OPTIONS =
            new GroupVersionKind("meta.k8s.io", "v1", "DeleteOptions");
    private static final GroupVersionKind CORE_DELETE_OPTIONS =
            new GroupVersionKind("", "v1", "DeleteOptions");

    private final Catalog catalog;

    public ObjectDecoder(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Reads a JSON or YAML body; a body that names no kind is taken as the expected one. */
    public Decoded decode(
            byte[] body, BodyFormat format, GroupVersionKind expected, FieldValidation validation) {
        if (format == BodyFormat.YAML && !JsonBody.isWellFormed(body)) {
            return decodeYaml(body, expected, validation);
        }
        return decodeUsual(body, expected, validation)
                .orElseGet(() -> decodeCarefully(body, expected, validation));
    }

    /**
     * Reads an object that a patch made into the kind's canonical form; {@code object} is left as
     * it is.
     *
     * @throws DecodeException with the bare reason, as patches word their errors around it
     */
    public Decoded decode(
            ObjectNode object, GroupVersionKind expected, FieldValidation validation) {
        Schema schema = catalog.schema(expected).orElseThrow();
        Reading reading = read(object.traverse(), schema, validation);
        if (validation == FieldValidation.STRICT && !reading.strict().isEmpty()) {
            throw new DecodeException(DecodeErrors.strict(List.of(), reading.strict()));
        }
        return reading.as(expected);
    }

    /**
     * Reads the options in a DELETE's body, which any group's DeleteOptions may be; unknown fields
     * are dropped.
     */
    public ObjectNode decodeDeleteOptions(byte[] body, BodyFormat format) {
        try {
            JsonNode tree = deleteOptions(body, format);
            GroupVersionKind given = KindHeader.read(tree).orElse(DELETE_OPTIONS);
            if (!given.kind().equals(DELETE_OPTIONS.kind())) {
                throw new DecodeException(DecodeErrors.notRegistered(given));
            }
            Schema schema = catalog.schema(CORE_DELETE_OPTIONS).orElseThrow();
            return read(tree.traverse(), schema, FieldValidation.IGNORE).object();
        } catch (DecodeException e) {
            throw StatusException.badRequest(e.reason());
        }
    }

    private static JsonNode deleteOptions(byte[] body, BodyFormat format) {
        try {
            return parse(body, format);
        } catch (DecodeException e) {
            throw format == BodyFormat.JSON
                    ? new DecodeException(KindHeader.UNREADABLE + e.reason())
                    : e;
        }
    }

    /** The refusal of a body whose form could not even be told. */
    public static StatusException unrecognized(GroupVersionKind expected, String why, byte[] body) {
        return DecodeErrors.unrecognized(expected, why, body);
    }

    /**
     * The body as a tree that no schema has been put to.
     *
     * @throws DecodeException with Go's message where it is malformed
     */
    public static JsonNode parse(byte[] body, BodyFormat format) {
        return format == BodyFormat.YAML && !JsonBody.isWellFormed(body)
                ? YamlBody.read(body).tree()
                : JsonBody.read(body);
    }

    /** One pass, for bodies in which all is well; empty where something has to be worded. */
    private Optional<Decoded> decodeUsual(
            byte[] body, GroupVersionKind expected, FieldValidation validation) {
        Optional<Schema> schema = catalog.schema(expected);
        if (schema.isEmpty() || !JsonBody.isPlain(body)) {
            return Optional.empty();
        }
        try {
            Reading reading = read(JsonBody.parser(body), schema.get(), validation);
            boolean usual =
                    reading.strict().isEmpty()
                            && says(reading.object(), "kind", expected.kind())
                            && says(reading.object(), "apiVersion", expected.apiVersion());
            return usual ? Optional.of(reading.as(expected)) : Optional.empty();
        } catch (DecodeException _) {
            return Optional.empty();
        }
    }

    private static boolean says(ObjectNode object, String field, String expected) {
        JsonNode value = object.get(field);
        return value == null || expected.equals(value.textValue());
    }

    /** In upstream's order: syntax, what kind it is, the values, then fields that are too many. */
    private Decoded decodeCarefully(
            byte[] body, GroupVersionKind expected, FieldValidation validation) {
        byte[] text = JsonBody.withoutInvalidUtf8(body);
        GroupVersionKind given = header(text, body, expected);
        Supplier<JsonParser> parser = () -> JsonBody.parser(text);
        return decodeAs(given, parser, expected, validation, List.of());
    }

    private static GroupVersionKind header(byte[] text, byte[] body, GroupVersionKind expected) {
        Optional<String> malformed = GoSyntax.error(text);
        if (malformed.isPresent()) {
            String why = KindHeader.UNREADABLE + malformed.get();
            throw DecodeErrors.unrecognized(expected, why, body);
        }
        try {
            return KindHeader.read(JsonBody.parser(text)).orElse(expected);
        } catch (DecodeException e) {
            throw DecodeErrors.unrecognized(expected, e.reason(), body);
        }
    }

    private Decoded decodeYaml(byte[] body, GroupVersionKind expected, FieldValidation validation) {
        YamlBody yaml;
        GroupVersionKind given;
        try {
            yaml = YamlBody.read(body);
            given = KindHeader.read(yaml.tree()).orElse(expected);
        } catch (DecodeException e) {
            throw DecodeErrors.unrecognized(expected, e.reason(), body);
        }
        return decodeAs(given, yaml.tree()::traverse, expected, validation, yaml.duplicates());
    }

    private Decoded decodeAs(
            GroupVersionKind given,
            Supplier<JsonParser> parser,
            GroupVersionKind expected,
            FieldValidation validation,
            List<String> duplicates) {
        Reading reading;
        try {
            Schema schema =
                    catalog.schema(given)
                            .orElseThrow(
                                    () -> new DecodeException(DecodeErrors.notRegistered(given)));
            reading = read(parser.get(), schema, validation);
        } catch (DecodeException e) {
            throw DecodeErrors.cannotHandle(given, expected, e.reason());
        }
        requireKind(given, expected);
        if (validation == FieldValidation.IGNORE) {
            return reading.as(expected);
        }
        boolean complains = !reading.strict().isEmpty() || !duplicates.isEmpty();
        if (validation == FieldValidation.STRICT && complains) {
            String why = DecodeErrors.strict(duplicates, reading.strict());
            throw DecodeErrors.cannotHandle(given, expected, why);
        }
        return reading.as(expected, duplicates);
    }

    private static Reading read(JsonParser parser, Schema schema, FieldValidation validation) {
        Complaints complaints = new Complaints(validation != FieldValidation.IGNORE);
        ObjectNode object = JsonBody.readObject(parser, schema, complaints);
        complaints
                .wrongType()
                .ifPresent(
                        why -> {
                            throw new DecodeException(why);
                        });
        return new Reading(object, complaints.strict());
    }

    private void requireKind(GroupVersionKind given, GroupVersionKind expected) {
        if (given.equals(expected)) {
            return;
        }
        boolean sameKind =
                catalog.kind(given)
                        .flatMap(
                                g ->
                                        catalog.kind(expected)
                                                .map(e -> g.storage().equals(e.storage())))
                        .orElse(false);
        if (sameKind) {
            throw DecodeErrors.wrongVersion(given, expected);
        }
        throw DecodeErrors.cannotHandle(
                given, expected, DecodeErrors.unknownConversion(given, expected));
    }
}
