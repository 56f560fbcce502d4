package io.alcove.cel.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node of an expression. Its id leads to its place in the source and to its type. */
public sealed interface Expr {

    int id();

    /** A constant: Boolean, Long, Double, String, or a value class of CEL. */
    record Literal(int id, Object value) implements Expr {}

    record Ident(int id, String name) implements Expr {}

    /**
     * A field of the operand.
     *
     * @param testOnly whether only its presence is asked for, by {@code has}
     */
    record Select(int id, Expr operand, String field, boolean testOnly) implements Expr {}

    record Call(int id, @Nullable Expr target, String function, List<Expr> arguments)
            implements Expr {

        public Call(int id, String function, Expr... arguments) {
            this(id, null, function, List.of(arguments));
        }
    }

    /**
     * @param optionals which elements are left out where they are optionals without a value
     */
    record ListLiteral(int id, List<Expr> elements, List<Integer> optionals) implements Expr {}

    record MapLiteral(int id, List<MapEntry> entries) implements Expr {}

    record StructLiteral(int id, String typeName, List<StructField> fields) implements Expr {}

    /**
     * A fold of a list or map.
     *
     * @param variable the element, or the key of a map; the index or key where there are two
     * @param secondVariable the element or value; empty where there is one variable only
     */
    record Comprehension(
            int id,
            Expr range,
            String variable,
            String secondVariable,
            String accumulator,
            Expr initial,
            Expr condition,
            Expr step,
            Expr result)
            implements Expr {

        public boolean hasSecondVariable() {
            return !secondVariable.isEmpty();
        }
    }

    /** Stands where a syntax error is. */
    record Invalid(int id) implements Expr {}

    record MapEntry(int id, Expr key, Expr value, boolean optional) {}

    record StructField(int id, String name, Expr value, boolean optional) {}
}
