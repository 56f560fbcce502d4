package io.alcove.apiserver.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.cel.schema.DeclaredType;
import io.alcove.cel.schema.JsonSchema;
import java.util.Optional;

/** Schemas as rules see them. */
public final class RuleSchemas {

    private RuleSchemas() {}

    /** Empty where expressions cannot see the values. */
    public static Optional<DeclaredType> type(ObjectNode schema, boolean resourceRoot) {
        return DeclaredType.of(JsonSchema.of(schema), resourceRoot);
    }

    /** Whether there is a rule in the schema or in what is in it. */
    public static boolean hasRules(JsonNode schema) {
        return !schema.path(RuleCompiler.FIELD).isEmpty()
                || isObjectWithRules(schema.path("items"))
                || isObjectWithRules(schema.path("additionalProperties"))
                || schema.path("properties")
                        .propertyStream()
                        .anyMatch(property -> hasRules(property.getValue()));
    }

    private static boolean isObjectWithRules(JsonNode schema) {
        return schema.isObject() && hasRules(schema);
    }

    /** With the fields that every resource has and that rules may look at. */
    static ObjectNode withHeader(ObjectNode schema) {
        ObjectNode completed = schema.objectNode();
        completed.setAll(schema);
        ObjectNode properties = completed.putObject("properties");
        schema.path("properties")
                .properties()
                .forEach(e -> properties.set(e.getKey(), e.getValue()));
        properties.putObject("kind").put("type", "string");
        properties.putObject("apiVersion").put("type", "string");
        ObjectNode metadata = properties.putObject("metadata").put("type", "object");
        ObjectNode names = metadata.putObject("properties");
        names.putObject("name").put("type", "string");
        names.putObject("generateName").put("type", "string");
        return completed;
    }
}
