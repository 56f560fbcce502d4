package io.alcove.cel.library;

import static io.alcove.cel.library.Types.A;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Implementation;
import io.alcove.cel.function.Overload;
import io.alcove.cel.syntax.Operators;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.CelError;
import java.util.List;

/** Logical operators and equality. Those that evaluate lazily are the interpreter's own. */
final class Logic {

    private static final CelType BOOL = CelType.BOOL;
    private static final List<CelType> TWO_BOOLS = List.of(BOOL, BOOL);
    private static final List<CelType> TWO_OF_A = List.of(A, A);

    private Logic() {}

    /** For what the interpreter evaluates itself. */
    private static final Implementation NONE = arguments -> CelError.NO_SUCH_OVERLOAD;

    static List<FunctionDeclaration> functions() {
        return List.of(
                FunctionDeclaration.of(
                        Operators.CONDITIONAL,
                        Overload.global("conditional", List.of(BOOL, A, A), A, NONE)),
                FunctionDeclaration.of(
                        Operators.AND, Overload.global("logical_and", TWO_BOOLS, BOOL, NONE)),
                FunctionDeclaration.of(
                        Operators.OR, Overload.global("logical_or", TWO_BOOLS, BOOL, NONE)),
                FunctionDeclaration.unguarded(
                        Operators.NOT,
                        List.of(Overload.unary("logical_not", BOOL, BOOL, Logic::not))),
                FunctionDeclaration.of(
                        Operators.NOT_STRICTLY_FALSE,
                        Overload.unary("not_strictly_false", BOOL, BOOL, Logic::notStrictlyFalse)),
                FunctionDeclaration.of(
                        Operators.EQUALS, Overload.global("equals", TWO_OF_A, BOOL, NONE)),
                FunctionDeclaration.of(
                        Operators.NOT_EQUALS, Overload.global("not_equals", TWO_OF_A, BOOL, NONE)));
    }

    private static Object not(Object value) {
        return value instanceof Boolean bool ? (Object) !bool : CelError.NO_SUCH_OVERLOAD;
    }

    private static Object notStrictlyFalse(Object value) {
        return value instanceof Boolean bool ? bool : true;
    }
}
