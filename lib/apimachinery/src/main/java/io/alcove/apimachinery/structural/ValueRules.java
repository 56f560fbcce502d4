package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a schema asks of a value, read once. */
final class ValueRules {

    final List<String> types;
    final boolean nullable;
    final String format;
    final OptionalDouble maximum;
    final boolean exclusiveMaximum;
    final OptionalDouble minimum;
    final boolean exclusiveMinimum;
    final OptionalDouble multipleOf;
    final OptionalLong maxLength;
    final OptionalLong minLength;
    final String pattern;
    final OptionalLong maxItems;
    final OptionalLong minItems;
    final boolean uniqueItems;
    final OptionalLong maxProperties;
    final OptionalLong minProperties;
    final List<String> required;
    final List<JsonNode> enumValues;
    final List<ValueRules> allOf;
    final List<ValueRules> anyOf;
    final List<ValueRules> oneOf;
    final @Nullable ValueRules not;
    final Map<String, ValueRules> properties = new LinkedHashMap<>();
    final @Nullable ValueRules items;
    final @Nullable ValueRules additionalProperties;
    final boolean refusesAdditionalProperties;
    private @Nullable Pattern compiledPattern;
    private @Nullable String patternProblem;

    private ValueRules(ObjectNode schema) {
        this.types = types(schema);
        this.nullable = schema.path("nullable").asBoolean(false);
        this.format = Formats.known(schema);
        this.maximum = number(schema, "maximum");
        this.exclusiveMaximum = schema.path("exclusiveMaximum").asBoolean(false);
        this.minimum = number(schema, "minimum");
        this.exclusiveMinimum = schema.path("exclusiveMinimum").asBoolean(false);
        this.multipleOf = number(schema, "multipleOf");
        this.maxLength = whole(schema, "maxLength");
        this.minLength = whole(schema, "minLength");
        this.pattern = schema.path("pattern").asText("");
        this.maxItems = whole(schema, "maxItems");
        this.minItems = whole(schema, "minItems");
        this.uniqueItems = schema.path("uniqueItems").asBoolean(false);
        this.maxProperties = whole(schema, "maxProperties");
        this.minProperties = whole(schema, "minProperties");
        this.required = schema.path("required").valueStream().map(JsonNode::asText).toList();
        this.enumValues = schema.path("enum").valueStream().toList();
        this.allOf = list(schema.path("allOf"));
        this.anyOf = list(schema.path("anyOf"));
        this.oneOf = list(schema.path("oneOf"));
        this.not = child(schema.path("not"));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (property.getValue() instanceof ObjectNode of) {
                properties.put(property.getKey(), new ValueRules(of));
            }
        }
        this.items = child(schema.path("items"));
        JsonNode additional = schema.path("additionalProperties");
        this.additionalProperties = child(additional);
        this.refusesAdditionalProperties = additional.isBoolean() && !additional.booleanValue();
    }

    static ValueRules of(ObjectNode schema) {
        return new ValueRules(schema);
    }

    /** What is wrong with the pattern, in the words of Go's regexp; empty where nothing is. */
    Optional<String> patternProblem() {
        compilePattern();
        return Optional.ofNullable(patternProblem);
    }

    boolean matchesPattern(String text) {
        Pattern compiled = compilePattern();
        return compiled != null && compiled.matcher(text).find();
    }

    /** Compiled when first needed: a large schema has thousands of patterns that nothing meets. */
    private @Nullable Pattern compilePattern() {
        if (compiledPattern == null && patternProblem == null) {
            try {
                compiledPattern = Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                patternProblem = e.getMessage();
            }
        }
        return compiledPattern;
    }

    private static List<String> types(ObjectNode schema) {
        if (schema.path("x-kubernetes-int-or-string").asBoolean(false)) {
            return List.of("integer", "string");
        }
        String type = schema.path("type").asText("");
        return type.isEmpty() ? List.of() : List.of(type);
    }

    private static OptionalDouble number(ObjectNode schema, String field) {
        JsonNode value = schema.path(field);
        return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
    }

    private static OptionalLong whole(ObjectNode schema, String field) {
        JsonNode value = schema.path(field);
        return value.isNumber() ? OptionalLong.of(value.longValue()) : OptionalLong.empty();
    }

    private static List<ValueRules> list(JsonNode schemas) {
        List<ValueRules> rules = new ArrayList<>();
        for (JsonNode schema : schemas) {
            if (schema instanceof ObjectNode of) {
                rules.add(new ValueRules(of));
            }
        }
        return List.copyOf(rules);
    }

    private static @Nullable ValueRules child(JsonNode schema) {
        return schema instanceof ObjectNode of ? new ValueRules(of) : null;
    }
}
