package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.status.GoText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules anyOf, oneOf, allOf and not. */
final class Alternatives {

    private Alternatives() {}

    static ValidationResult check(JsonNode value, ValueRules rules, String path) {
        ValidationResult result = new ValidationResult();
        if (!rules.anyOf.isEmpty()) {
            checkAny(value, rules.anyOf, path, result);
        }
        if (!rules.oneOf.isEmpty()) {
            checkOne(value, rules.oneOf, path, result);
        }
        if (!rules.allOf.isEmpty()) {
            checkAll(value, rules.allOf, path, result);
        }
        if (rules.not != null && SchemaValidation.validatePart(value, rules.not, path).isValid()) {
            result.fail(GoText.quote(path) + " must not validate the schema (not)");
        }
        result.match();
        return result;
    }

    private static void checkAny(
            JsonNode value, List<ValueRules> alternatives, String path, ValidationResult result) {
        ValidationResult nearest = null;
        for (ValueRules alternative : alternatives) {
            ValidationResult tried = SchemaValidation.validatePart(value, alternative, path);
            if (tried.isValid()) {
                result.merge(tried);
                return;
            }
            nearest = nearer(nearest, tried);
        }
        result.fail(GoText.quote(path) + " must validate at least one schema (anyOf)");
        if (nearest != null) {
            result.merge(nearest);
        }
    }

    private static void checkOne(
            JsonNode value, List<ValueRules> alternatives, String path, ValidationResult result) {
        ValidationResult nearest = null;
        ValidationResult first = null;
        int valid = 0;
        for (ValueRules alternative : alternatives) {
            ValidationResult tried = SchemaValidation.validatePart(value, alternative, path);
            if (tried.isValid()) {
                valid++;
                first = first == null ? tried : first;
            } else if (valid == 0) {
                nearest = nearer(nearest, tried);
            }
        }
        if (valid == 1 && first != null) {
            result.merge(first);
            return;
        }
        String found = valid == 0 ? "Found none valid" : "Found " + valid + " valid alternatives";
        result.fail(
                GoText.quote(path) + " must validate one and only one schema (oneOf). " + found);
        if (valid == 0 && nearest != null) {
            result.merge(nearest);
        }
    }

    private static void checkAll(
            JsonNode value, List<ValueRules> alternatives, String path, ValidationResult result) {
        int valid = 0;
        for (ValueRules alternative : alternatives) {
            ValidationResult tried = SchemaValidation.validatePart(value, alternative, path);
            valid += tried.isValid() ? 1 : 0;
            result.merge(tried);
        }
        if (valid != alternatives.size()) {
            result.fail(
                    GoText.quote(path)
                            + " must validate all the schemas (allOf)"
                            + (valid == 0 ? ". None validated" : ""));
        }
    }

    private static ValidationResult nearer(
            @Nullable ValidationResult nearest, ValidationResult tried) {
        return nearest == null || tried.matches() > nearest.matches() ? tried : nearest;
    }
}
