package io.alcove.apiserver.kinds.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.structural.Formats;
import java.util.ArrayList;
import java.util.List;

/** The formats in a definition's schemas that mean nothing. */
final class SchemaFormats {

    private static final List<String> ONE = List.of("items", "additionalProperties", "not");
    private static final List<String> SEVERAL = List.of("properties", "allOf", "anyOf", "oneOf");

    private SchemaFormats() {}

    static List<String> unrecognized(ApiObject definition) {
        List<String> formats = new ArrayList<>();
        for (JsonNode version : definition.at("spec", "versions")) {
            collect(version.path("schema").path("openAPIV3Schema"), formats);
        }
        return formats;
    }

    private static void collect(JsonNode node, List<String> formats) {
        if (node instanceof ObjectNode schema) {
            Formats.unrecognized(schema).ifPresent(formats::add);
            ONE.forEach(field -> collect(schema.path(field), formats));
            SEVERAL.forEach(field -> schema.path(field).forEach(each -> collect(each, formats)));
        }
    }
}
