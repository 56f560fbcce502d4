package io.alcove.apimachinery.structural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.status.StatusCause;

/** How many elements and fields there may be. */
final class SizeRules {

    private SizeRules() {}

    static void checkList(JsonNode list, ValueRules rules, String path, ValidationResult result) {
        int size = list.size();
        if (rules.minItems.isPresent() && size < rules.minItems.getAsLong()) {
            String message =
                    "%s in body should have at least %d items"
                            .formatted(path, rules.minItems.getAsLong());
            result.fail(message, path, at -> StatusCause.invalid(at, size, message));
        }
        if (rules.maxItems.isPresent() && size > rules.maxItems.getAsLong()) {
            long max = rules.maxItems.getAsLong();
            result.fail(
                    "%s in body should have at most %d items".formatted(path, max),
                    path,
                    at -> StatusCause.tooMany(at, size, (int) max));
        }
        if (rules.uniqueItems && hasDuplicates(list)) {
            String message = path + " in body shouldn't contain duplicates";
            result.fail(message, path, at -> StatusCause.invalid(at, "", message));
        }
    }

    static void checkObject(
            ObjectNode object, ValueRules rules, String path, ValidationResult result) {
        int size = object.size();
        if (rules.minProperties.isPresent() && size < rules.minProperties.getAsLong()) {
            String message =
                    "%s in body should have at least %d properties"
                            .formatted(path, rules.minProperties.getAsLong());
            result.fail(message, path, at -> StatusCause.invalid(at, size, message));
        }
        if (rules.maxProperties.isPresent() && size > rules.maxProperties.getAsLong()) {
            long max = rules.maxProperties.getAsLong();
            result.fail(
                    "%s in body should have at most %d properties".formatted(path, max),
                    path,
                    at -> StatusCause.tooMany(at, size, (int) max));
        }
    }

    private static boolean hasDuplicates(JsonNode list) {
        for (int i = 1; i < list.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (JsonValues.equal(list.get(i), list.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }
}
