package io.alcove.apimachinery.schema;

/** The names of upstream's Go types, which its decoding errors speak of. */
public final class GoTypes {

    private GoTypes() {}

    /** A property's type without the pointer: "int32", "[]v1.Container", "v1.Protocol". */
    public static String of(Schema schema) {
        String known = schema.goField().map(GoField::type).orElse("");
        return known.isEmpty() ? derived(schema) : known;
    }

    /** The type of a list's elements or a map's values. */
    public static String ofElements(Schema collection, Schema elements) {
        String known = collection.goField().map(GoField::type).orElse("");
        int bracket = known.indexOf(']');
        if (bracket < 0) {
            return of(elements);
        }
        String element = known.substring(bracket + 1);
        return element.startsWith("*") ? element.substring(1) : element;
    }

    /** The bare name of a struct: "PodSpec". */
    public static String structName(Schema schema) {
        return schema.name().substring(schema.name().lastIndexOf('.') + 1);
    }

    private static String derived(Schema schema) {
        if (!schema.name().isEmpty()) {
            return qualified(schema.name());
        }
        return switch (schema.form()) {
            case STRING -> "string";
            case BOOLEAN -> "bool";
            case INT32 -> "int32";
            case INT64 -> "int64";
            case NUMBER -> "float64";
            case BYTES -> "[]uint8";
            case LIST -> "[]" + schema.items().map(GoTypes::of).orElse("interface {}");
            case MAP ->
                    "map[string]"
                            + schema.additionalProperties().map(GoTypes::of).orElse("interface {}");
            case STRUCT, ANY, INT_OR_STRING, QUANTITY, TIME, MICRO_TIME -> "interface {}";
        };
    }

    /** The package's last word and the type: "io.k8s.api.core.v1.PodSpec" is "v1.PodSpec". */
    private static String qualified(String component) {
        int type = component.lastIndexOf('.');
        return component.substring(component.lastIndexOf('.', type - 1) + 1);
    }
}
