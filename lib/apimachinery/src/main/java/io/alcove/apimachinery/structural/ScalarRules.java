package io.alcove.apimachinery.structural;

import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusCause;

/** The rules of texts. */
final class ScalarRules {

    private ScalarRules() {}

    static void checkText(String text, ValueRules rules, String path, ValidationResult result) {
        checkLengthAndPattern(text, rules, path, result);
        result.match();
        if (!Formats.isChecked(rules.format)) {
            return;
        }
        if (!Formats.matches(rules.format, text)) {
            String message =
                    "%s in body must be of type %s: %s"
                            .formatted(path, rules.format, GoText.quote(text));
            result.fail(message, path, at -> StatusCause.typeInvalid(at, text, message));
        }
        result.match();
    }

    /** The first of these that fails is told. */
    private static void checkLengthAndPattern(
            String text, ValueRules rules, String path, ValidationResult result) {
        int length = text.codePointCount(0, text.length());
        if (rules.maxLength.isPresent() && length > rules.maxLength.getAsLong()) {
            long max = rules.maxLength.getAsLong();
            result.fail(
                    "%s in body should be at most %d chars long".formatted(path, max),
                    path,
                    at -> StatusCause.tooLong(at, (int) max));
            return;
        }
        if (rules.minLength.isPresent() && length < rules.minLength.getAsLong()) {
            String message =
                    "%s in body should be at least %d chars long"
                            .formatted(path, rules.minLength.getAsLong());
            result.fail(message, path, at -> StatusCause.invalid(at, text, message));
            return;
        }
        if (!rules.pattern.isEmpty()) {
            checkPattern(text, rules, path, result);
        }
    }

    private static void checkPattern(
            String text, ValueRules rules, String path, ValidationResult result) {
        String problem =
                rules.patternProblem()
                        .map(why -> rules.pattern + ", but pattern is invalid: " + why)
                        .orElse(rules.pattern);
        if (!rules.matchesPattern(text)) {
            String message = "%s in body should match '%s'".formatted(path, problem);
            result.fail(message, path, at -> StatusCause.invalid(at, text, message));
        }
    }
}
