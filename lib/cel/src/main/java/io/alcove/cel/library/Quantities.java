package io.alcove.cel.library;

import static io.alcove.cel.type.CelType.BOOL;
import static io.alcove.cel.type.CelType.INT;
import static io.alcove.cel.type.CelType.STRING;

import io.alcove.apimachinery.quantity.InvalidQuantityException;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Library;
import io.alcove.cel.function.Overload;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.OpaqueValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Kubernetes' quantities: "1.5Gi", "200m". */
public final class Quantities {

    public static final CelType TYPE = CelType.struct("kubernetes.Quantity");

    /** A quantity as a value; two of the same amount are the same. */
    public record Value(Quantity quantity) implements OpaqueValue {

        @Override
        public CelType type() {
            return TYPE;
        }

        @Override
        public boolean comparesAtUnitCost() {
            return true;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Value(Quantity theirs) && quantity.compareTo(theirs) == 0;
        }

        @Override
        public int hashCode() {
            return quantity.amount().stripTrailingZeros().hashCode();
        }
    }

    private Quantities() {}

    public static Library library() {
        return Library.of(
                        FunctionDeclaration.of(
                                "quantity",
                                Overload.unary(
                                        "string_to_quantity", STRING, TYPE, Quantities::read)),
                        FunctionDeclaration.of(
                                "isQuantity",
                                Overload.unary(
                                        "is_quantity_string",
                                        STRING,
                                        BOOL,
                                        s -> !(read(s) instanceof CelError))),
                        FunctionDeclaration.of(
                                "sign",
                                Overload.unary(
                                        "quantity_sign", TYPE, INT, q -> (long) of(q).signum())),
                        FunctionDeclaration.of(
                                "isGreaterThan",
                                comparing("is_greater_than", BOOL, order -> order > 0)),
                        FunctionDeclaration.of(
                                "isLessThan", comparing("is_less_than", BOOL, order -> order < 0)),
                        FunctionDeclaration.of(
                                "compareTo",
                                comparing(
                                        "compare_to", INT, order -> (long) Integer.signum(order))),
                        FunctionDeclaration.of(
                                "asApproximateFloat",
                                Overload.memberUnary(
                                        "quantity_get_float",
                                        TYPE,
                                        CelType.DOUBLE,
                                        q -> of(q).amount().doubleValue())),
                        FunctionDeclaration.of(
                                "asInteger",
                                Overload.memberUnary(
                                        "quantity_get_int", TYPE, INT, q -> integer(of(q)))),
                        FunctionDeclaration.of(
                                "isInteger",
                                Overload.memberUnary(
                                        "quantity_is_integer",
                                        TYPE,
                                        BOOL,
                                        q -> !(integer(of(q)) instanceof CelError))),
                        FunctionDeclaration.of(
                                "add",
                                arithmetic("add", false, false),
                                arithmetic("add_int", true, false)),
                        FunctionDeclaration.of(
                                "sub",
                                arithmetic("sub", false, true),
                                arithmetic("sub_int", true, true)))
                .withTypes(TYPE);
    }

    private static Quantity of(Object value) {
        return ((Value) value).quantity();
    }

    private static Object read(Object text) {
        try {
            return new Value(Quantity.parse((String) text));
        } catch (InvalidQuantityException e) {
            return new CelError(String.valueOf(e.getMessage()));
        }
    }

    private static Object integer(Quantity quantity) {
        BigDecimal amount = quantity.amount().stripTrailingZeros();
        boolean fits = amount.scale() <= 0 && amount.toBigInteger().bitLength() < Long.SIZE;
        return fits ? (Object) amount.longValue() : new CelError("cannot convert value to integer");
    }

    private static Overload comparing(String id, CelType result, Function<Integer, Object> of) {
        return Overload.member(
                "quantity_" + id,
                List.of(TYPE, TYPE),
                result,
                a -> of.apply(of(a[0]).compareTo(of(a[1]))));
    }

    private static Overload arithmetic(String id, boolean ofInt, boolean subtract) {
        return Overload.member(
                "quantity_" + id,
                List.of(TYPE, ofInt ? INT : TYPE),
                TYPE,
                a -> {
                    Quantity other = ofInt ? Quantity.of((Long) a[1]) : of(a[1]);
                    return new Value(subtract ? of(a[0]).subtract(other) : of(a[0]).add(other));
                });
    }
}
