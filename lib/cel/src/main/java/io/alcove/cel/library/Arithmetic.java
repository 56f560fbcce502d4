package io.alcove.cel.library;

import static io.alcove.cel.library.Types.LIST_OF_A;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Implementation;
import io.alcove.cel.function.Overload;
import io.alcove.cel.syntax.Operators;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.ByteString;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.UnsignedLong;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The arithmetic operators; what overflows is an error. */
final class Arithmetic {

    private Arithmetic() {}

    private static Overload same(String id, CelType type, Implementation.Binary implementation) {
        return Overload.global(id, List.of(type, type), type, implementation);
    }

    static List<FunctionDeclaration> functions() {
        Implementation.Binary add = Arithmetic::add;
        Implementation.Binary subtract = Arithmetic::subtract;
        Implementation.Binary multiply = Arithmetic::multiply;
        Implementation.Binary divide = Arithmetic::divide;
        Implementation.Binary modulo = Arithmetic::modulo;
        CelType duration = CelType.DURATION;
        CelType timestamp = CelType.TIMESTAMP;
        return List.of(
                FunctionDeclaration.unguarded(
                        Operators.ADD,
                        List.of(
                                same("add_bytes", CelType.BYTES, add),
                                same("add_double", CelType.DOUBLE, add),
                                same("add_duration_duration", duration, add),
                                Overload.global(
                                        "add_duration_timestamp",
                                        List.of(duration, timestamp),
                                        timestamp,
                                        add),
                                Overload.global(
                                        "add_timestamp_duration",
                                        List.of(timestamp, duration),
                                        timestamp,
                                        add),
                                same("add_int64", CelType.INT, add),
                                same("add_list", LIST_OF_A, add),
                                same("add_string", CelType.STRING, add),
                                same("add_uint64", CelType.UINT, add))),
                FunctionDeclaration.unguarded(
                        Operators.DIVIDE,
                        List.of(
                                same("divide_double", CelType.DOUBLE, divide),
                                same("divide_int64", CelType.INT, divide),
                                same("divide_uint64", CelType.UINT, divide))),
                FunctionDeclaration.unguarded(
                        Operators.MODULO,
                        List.of(
                                same("modulo_int64", CelType.INT, modulo),
                                same("modulo_uint64", CelType.UINT, modulo))),
                FunctionDeclaration.unguarded(
                        Operators.MULTIPLY,
                        List.of(
                                same("multiply_double", CelType.DOUBLE, multiply),
                                same("multiply_int64", CelType.INT, multiply),
                                same("multiply_uint64", CelType.UINT, multiply))),
                FunctionDeclaration.unguarded(
                        Operators.NEGATE,
                        List.of(
                                Overload.unary(
                                        "negate_double",
                                        CelType.DOUBLE,
                                        CelType.DOUBLE,
                                        Arithmetic::negate),
                                Overload.unary(
                                        "negate_int64",
                                        CelType.INT,
                                        CelType.INT,
                                        Arithmetic::negate))),
                FunctionDeclaration.unguarded(
                        Operators.SUBTRACT,
                        List.of(
                                same("subtract_double", CelType.DOUBLE, subtract),
                                same("subtract_duration_duration", duration, subtract),
                                same("subtract_int64", CelType.INT, subtract),
                                Overload.global(
                                        "subtract_timestamp_duration",
                                        List.of(timestamp, duration),
                                        timestamp,
                                        subtract),
                                Overload.global(
                                        "subtract_timestamp_timestamp",
                                        List.of(timestamp, timestamp),
                                        duration,
                                        subtract),
                                same("subtract_uint64", CelType.UINT, subtract))));
    }

    private static Object noOverload(Object left, String operator) {
        boolean arithmetic =
                left instanceof Long
                        || left instanceof Double
                        || left instanceof UnsignedLong
                        || left instanceof String
                        || left instanceof ByteString
                        || left instanceof ListValue
                        || left instanceof Duration
                        || left instanceof Instant;
        return arithmetic
                ? CelError.NO_SUCH_OVERLOAD
                : new CelError("no such overload: " + operator);
    }

    static Object add(Object left, Object right) {
        try {
            return switch (left) {
                case Long l when right instanceof Long r -> Math.addExact(l, r);
                case Double l when right instanceof Double r -> l + r;
                case UnsignedLong l when right instanceof UnsignedLong r -> addUnsigned(l, r);
                case String l when right instanceof String r -> l.concat(r);
                case ByteString l when right instanceof ByteString r -> l.plus(r);
                case ListValue l when right instanceof ListValue r -> l.plus(r);
                case Duration l when right instanceof Duration r -> Durations.checked(l.plus(r));
                case Duration l when right instanceof Instant r -> Durations.checked(r.plus(l));
                case Instant l when right instanceof Duration r -> Durations.checked(l.plus(r));
                default -> noOverload(left, Operators.ADD);
            };
        } catch (ArithmeticException | java.time.DateTimeException e) {
            return CelError.INT_OVERFLOW;
        }
    }

    private static Object addUnsigned(UnsignedLong l, UnsignedLong r) {
        long sum = l.bits() + r.bits();
        return Long.compareUnsigned(sum, l.bits()) < 0
                ? CelError.UINT_OVERFLOW
                : new UnsignedLong(sum);
    }

    private static Object subtract(Object left, Object right) {
        try {
            return switch (left) {
                case Long l when right instanceof Long r -> Math.subtractExact(l, r);
                case Double l when right instanceof Double r -> l - r;
                case UnsignedLong l when right instanceof UnsignedLong r ->
                        l.compareTo(r) < 0
                                ? CelError.UINT_OVERFLOW
                                : new UnsignedLong(l.bits() - r.bits());
                case Duration l when right instanceof Duration r -> Durations.checked(l.minus(r));
                case Instant l when right instanceof Duration r -> Durations.checked(l.minus(r));
                case Instant l when right instanceof Instant r ->
                        Durations.checked(Duration.between(r, l));
                default -> noOverload(left, Operators.SUBTRACT);
            };
        } catch (ArithmeticException | java.time.DateTimeException e) {
            return CelError.INT_OVERFLOW;
        }
    }

    private static Object multiply(Object left, Object right) {
        try {
            return switch (left) {
                case Long l when right instanceof Long r -> Math.multiplyExact(l, r);
                case Double l when right instanceof Double r -> l * r;
                case UnsignedLong l when right instanceof UnsignedLong r -> multiplyUnsigned(l, r);
                default -> noOverload(left, Operators.MULTIPLY);
            };
        } catch (ArithmeticException e) {
            return CelError.INT_OVERFLOW;
        }
    }

    private static Object multiplyUnsigned(UnsignedLong l, UnsignedLong r) {
        return Math.unsignedMultiplyHigh(l.bits(), r.bits()) != 0
                ? CelError.UINT_OVERFLOW
                : new UnsignedLong(l.bits() * r.bits());
    }

    private static Object divide(Object left, Object right) {
        return switch (left) {
            case Long l when right instanceof Long r -> divideLong(l, r);
            case Double l when right instanceof Double r -> l / r;
            case UnsignedLong l when right instanceof UnsignedLong r ->
                    r.bits() == 0
                            ? new CelError("division by zero")
                            : new UnsignedLong(Long.divideUnsigned(l.bits(), r.bits()));
            default -> noOverload(left, Operators.DIVIDE);
        };
    }

    private static Object divideLong(long l, long r) {
        if (r == 0) {
            return new CelError("division by zero");
        }
        return l == Long.MIN_VALUE && r == -1 ? CelError.INT_OVERFLOW : (Object) (l / r);
    }

    private static Object modulo(Object left, Object right) {
        return switch (left) {
            case Long l when right instanceof Long r -> moduloLong(l, r);
            case UnsignedLong l when right instanceof UnsignedLong r ->
                    r.bits() == 0
                            ? new CelError("modulus by zero")
                            : new UnsignedLong(Long.remainderUnsigned(l.bits(), r.bits()));
            default -> noOverload(left, Operators.MODULO);
        };
    }

    private static Object moduloLong(long l, long r) {
        if (r == 0) {
            return new CelError("modulus by zero");
        }
        return l == Long.MIN_VALUE && r == -1 ? CelError.INT_OVERFLOW : (Object) (l % r);
    }

    private static Object negate(Object value) {
        return switch (value) {
            case Long l -> l == Long.MIN_VALUE ? CelError.INT_OVERFLOW : (Object) (-l);
            case Double d -> -d;
            case Duration d -> d.negated();
            default -> noOverload(value, Operators.NEGATE);
        };
    }
}
