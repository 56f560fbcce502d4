package io.alcove.cel.library;

import static io.alcove.cel.library.Types.A;
import static io.alcove.cel.library.Types.B;
import static io.alcove.cel.library.Types.LIST_OF_A;
import static io.alcove.cel.library.Types.MAP_OF_A_B;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Implementation;
import io.alcove.cel.function.Overload;
import io.alcove.cel.syntax.Operators;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.ByteString;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.Equality;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.MapValue;
import io.alcove.cel.value.Values;
import java.util.List;

/** Index, membership and size. Index is the interpreter's own. */
final class Aggregates {

    private static final Implementation NONE = arguments -> CelError.NO_SUCH_OVERLOAD;

    private Aggregates() {}

    static List<FunctionDeclaration> functions() {
        Implementation.Binary in = Aggregates::in;
        Implementation.Unary size = Aggregates::size;
        return List.of(
                FunctionDeclaration.of(
                        Operators.INDEX,
                        Overload.global("index_list", List.of(LIST_OF_A, CelType.INT), A, NONE),
                        Overload.global("index_map", List.of(MAP_OF_A_B, A), B, NONE)),
                FunctionDeclaration.unguarded(
                        Operators.IN,
                        List.of(
                                Overload.global("in_list", List.of(A, LIST_OF_A), CelType.BOOL, in),
                                Overload.global(
                                        "in_map", List.of(A, MAP_OF_A_B), CelType.BOOL, in))),
                FunctionDeclaration.unguarded(
                        "size",
                        List.of(
                                Overload.unary("size_bytes", CelType.BYTES, CelType.INT, size),
                                Overload.memberUnary(
                                        "bytes_size", CelType.BYTES, CelType.INT, size),
                                Overload.unary("size_list", LIST_OF_A, CelType.INT, size),
                                Overload.memberUnary("list_size", LIST_OF_A, CelType.INT, size),
                                Overload.unary("size_map", MAP_OF_A_B, CelType.INT, size),
                                Overload.memberUnary("map_size", MAP_OF_A_B, CelType.INT, size),
                                Overload.unary("size_string", CelType.STRING, CelType.INT, size),
                                Overload.memberUnary(
                                        "string_size", CelType.STRING, CelType.INT, size))));
    }

    private static Object in(Object value, Object container) {
        return switch (container) {
            case MapValue map -> map.find(value) != null;
            case ListValue list -> contains(list, value);
            default -> CelError.NO_SUCH_OVERLOAD;
        };
    }

    static boolean contains(ListValue list, Object value) {
        for (int i = 0; i < list.size(); i++) {
            if (Equality.equal(value, list.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static Object size(Object value) {
        boolean sized =
                value instanceof String
                        || value instanceof ByteString
                        || value instanceof ListValue
                        || value instanceof MapValue;
        return sized ? (Object) Values.size(value) : new CelError("no such overload: size");
    }
}
