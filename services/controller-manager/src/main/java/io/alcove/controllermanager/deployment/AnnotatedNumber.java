package io.alcove.controllermanager.deployment;

import java.util.OptionalInt;

/** Numbers that stand in annotations, where anyone may write anything. */
final class AnnotatedNumber {

    private AnnotatedNumber() {}

    static OptionalInt parse(String text) {
        try {
            return OptionalInt.of(Integer.parseInt(text));
        } catch (NumberFormatException _) {
            return OptionalInt.empty();
        }
    }
}
