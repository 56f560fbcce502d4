package io.alcove.apiserver.admission.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.cel.CelEnvironment;
import io.alcove.cel.KubernetesEnvironments;
import io.alcove.cel.interpreter.StructFactory;
import io.alcove.cel.type.CelType;
import io.alcove.cel.type.TypeProvider;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.MapValue;
import io.alcove.cel.value.NullValue;
import io.alcove.cel.value.StructValue;
import io.alcove.cel.value.UnsignedLong;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The objects that expressions of mutating policies make: Object{...} and JSONPatch{...}. */
final class PatchTypes implements TypeProvider, StructFactory {

    static final CelType PATCH = CelType.struct("JSONPatch");
    static final CelType OBJECT = CelType.struct("Object");
    private static final Set<String> TEXTS = Set.of("op", "path", "from");

    private static final PatchTypes TYPES = new PatchTypes();

    private PatchTypes() {}

    static CelEnvironment declaredIn(CelEnvironment environment) {
        return KubernetesEnvironments.withJsonPatch(environment)
                .withTypes(TYPES)
                .withStructs(TYPES);
    }

    /** What an expression made. */
    record Made(CelType type, Map<String, Object> fields) implements StructValue {

        @Override
        public @Nullable Object field(String name) {
            return fields.get(name);
        }

        @Override
        public boolean hasField(String name) {
            return fields.containsKey(name);
        }
    }

    @Override
    public Optional<CelType> find(String name) {
        boolean known =
                name.equals(PATCH.name())
                        || name.equals(OBJECT.name())
                        || name.startsWith("Object.");
        return known ? Optional.of(CelType.struct(name)) : Optional.empty();
    }

    @Override
    public Optional<CelType> field(String type, String field) {
        if (!type.equals(PATCH.name())) {
            return Optional.of(CelType.DYN);
        }
        if (TEXTS.contains(field)) {
            return Optional.of(CelType.STRING);
        }
        return field.equals("value") ? Optional.of(CelType.DYN) : Optional.empty();
    }

    @Override
    public Object create(String type, Map<String, Object> fields) {
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            if (type.equals(PATCH.name())
                    && TEXTS.contains(field.getKey())
                    && !(field.getValue() instanceof String)) {
                return new CelError(
                        "unexpected type for JSONPatchType '%s' field".formatted(field.getKey()));
            }
        }
        return new Made(CelType.struct(type), Map.copyOf(fields));
    }

    /** Objects must be named by where they stand: Object.spec within the field spec of Object. */
    static void checkNames(Object value, String path) throws PolicyException {
        switch (value) {
            case Made made -> {
                if (!made.type().name().equals(path)) {
                    throw new PolicyException(
                            ("type mismatch: unexpected type name \"%s\", expected \"%s\", which"
                                            + " matches field name path from root Object type")
                                    .formatted(made.type().name(), path));
                }
                for (Map.Entry<String, Object> field : made.fields().entrySet()) {
                    checkNames(field.getValue(), path + "." + field.getKey());
                }
            }
            case ListValue list -> {
                for (Object element : list.toList()) {
                    checkNames(element, path);
                }
            }
            case MapValue map -> {
                for (Object key : map.keys()) {
                    Object entry = map.find(key);
                    checkNames(entry == null ? NullValue.NULL : entry, path);
                }
            }
            default -> {}
        }
    }

    static JsonNode json(Object value) throws PolicyException {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case NullValue _ -> nodes.nullNode();
            case Boolean bool -> nodes.booleanNode(bool);
            case Long number -> nodes.numberNode(number);
            case UnsignedLong number -> nodes.numberNode(number.toBigInteger());
            case Double number -> nodes.numberNode(number);
            case String text -> nodes.textNode(text);
            case ListValue list -> {
                ArrayNode array = nodes.arrayNode();
                for (Object element : list.toList()) {
                    array.add(json(element));
                }
                yield array;
            }
            case Made made -> object(made);
            case MapValue map -> map(map);
            default ->
                    throw new PolicyException(
                            "JSONPath valueExpression evaluated to a type that could not marshal"
                                    + " to JSON");
        };
    }

    static ObjectNode object(Made made) throws PolicyException {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, Object> field : made.fields().entrySet()) {
            node.set(field.getKey(), json(field.getValue()));
        }
        return node;
    }

    private static ObjectNode map(MapValue map) throws PolicyException {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Object key : map.keys()) {
            Object value = map.find(key);
            node.set(String.valueOf(key), json(value == null ? NullValue.NULL : value));
        }
        return node;
    }
}
