package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Validates values by a schema, with the words and the choice of what to tell of upstream's
 * kube-openapi. Where the old value is given, what was invalid before and did not change stays as
 * it is.
 */
public final class SchemaValidation {

    private final ValueRules rules;

    private SchemaValidation(ValueRules rules) {
        this.rules = rules;
    }

    public static SchemaValidation of(ObjectNode openApiSchema) {
        return new SchemaValidation(ValueRules.of(openApiSchema));
    }

    /**
     * @param path where the value stands in the object; empty for the whole object
     */
    public List<StatusCause> check(JsonNode value, String path) {
        return validate(value, rules, "", null).causes(path);
    }

    /** The same of a value that takes the place of another. */
    public List<StatusCause> checkChange(Correlation change, String path) {
        return validate(change.value(), rules, "", change).causes(path);
    }

    private static ValidationResult validate(
            JsonNode value, ValueRules rules, String path, @Nullable Correlation change) {
        ValidationResult result = new ValidationResult();
        if (value.isNull()) {
            checkType(value, rules, path, result);
            checkEnum(value, rules, path, result);
        } else {
            checkValue(value, rules, path, change, result);
        }
        boolean tolerated = !result.isValid() && change != null && change.isUnchanged();
        return tolerated ? new ValidationResult() : result;
    }

    private static void checkValue(
            JsonNode value,
            ValueRules rules,
            String path,
            @Nullable Correlation change,
            ValidationResult result) {
        if (!rules.types.isEmpty() || !rules.format.isEmpty()) {
            checkType(value, rules, path, result);
            result.match();
        }
        result.merge(Alternatives.check(value, rules, path));
        result.match();
        switch (value.getNodeType()) {
            case STRING -> ScalarRules.checkText(value.textValue(), rules, path, result);
            case NUMBER -> NumberRules.check(value, rules, path, result);
            case ARRAY -> checkElements(value, rules, path, change, result);
            case OBJECT -> {}
            case BOOLEAN, BINARY, MISSING, NULL, POJO -> {}
        }
        checkEnum(value, rules, path, result);
        result.match();
        if (value instanceof ObjectNode object) {
            checkFields(object, rules, path, change, result);
            result.match();
        }
        result.match();
    }

    /** Validates by a part of a schema, where changes are not looked at. */
    static ValidationResult validatePart(JsonNode value, ValueRules rules, String path) {
        return validate(value, rules, path, null);
    }

    private static void checkType(
            JsonNode value, ValueRules rules, String path, ValidationResult result) {
        TypeCheck.mismatch(value, rules)
                .ifPresentOrElse(
                        mismatch -> {
                            String message =
                                    "%s in body must be of type %s: %s"
                                            .formatted(
                                                    path,
                                                    mismatch.expected(),
                                                    GoText.quote(mismatch.given()));
                            result.fail(
                                    message,
                                    path,
                                    at -> StatusCause.typeInvalid(at, mismatch.given(), message));
                        },
                        result::match);
    }

    private static void checkEnum(
            JsonNode value, ValueRules rules, String path, ValidationResult result) {
        if (rules.enumValues.isEmpty()
                || rules.enumValues.stream().anyMatch(each -> JsonValues.equal(each, value))) {
            return;
        }
        List<String> supported = new ArrayList<>();
        rules.enumValues.forEach(
                each -> supported.add(each.isTextual() ? each.textValue() : each.toString()));
        String message = path + " in body should be one of " + supported;
        result.fail(message, path, at -> StatusCause.notSupported(at, value, supported));
    }

    private static void checkElements(
            JsonNode list,
            ValueRules rules,
            String path,
            @Nullable Correlation change,
            ValidationResult result) {
        if (rules.items != null) {
            for (int i = 0; i < list.size(); i++) {
                Correlation element = change == null ? null : change.element(i);
                result.merge(validate(list.get(i), rules.items, path + "[" + i + "]", element));
            }
        }
        SizeRules.checkList(list, rules, path, result);
        result.match();
        result.match();
    }

    private static void checkFields(
            ObjectNode object,
            ValueRules rules,
            String path,
            @Nullable Correlation change,
            ValidationResult result) {
        SizeRules.checkObject(object, rules, path, result);
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            ValueRules property = rules.properties.get(name);
            if (property != null) {
                String at = path.isEmpty() ? name : path + "." + name;
                result.merge(
                        validate(field.getValue(), property, at, changeOf(change, path, name)));
            } else if (rules.additionalProperties != null) {
                result.merge(
                        validate(
                                field.getValue(),
                                rules.additionalProperties,
                                path + "." + name,
                                changeOf(change, path, name)));
            } else if (rules.refusesAdditionalProperties) {
                String message = path + "." + name + " in body is a forbidden property";
                result.fail(message, path, at -> StatusCause.invalid(at, name, message));
            }
        }
        for (String name : rules.required) {
            if (!object.has(name)) {
                String at = path + "." + name;
                result.fail(at + " in body is required", at, f -> StatusCause.required(f, ""));
            }
        }
    }

    /** The root's apiVersion and kind are never looked at as unchanged. */
    private static @Nullable Correlation changeOf(
            @Nullable Correlation change, String path, String name) {
        boolean typeMeta = path.isEmpty() && (name.equals("kind") || name.equals("apiVersion"));
        return change == null || typeMeta ? null : change.field(name);
    }
}
