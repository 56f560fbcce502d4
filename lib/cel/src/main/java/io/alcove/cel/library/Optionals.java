package io.alcove.cel.library;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Implementation;
import io.alcove.cel.function.Library;
import io.alcove.cel.function.Overload;
import io.alcove.cel.syntax.Expr;
import io.alcove.cel.syntax.Macro;
import io.alcove.cel.syntax.MacroException;
import io.alcove.cel.syntax.MacroNodes;
import io.alcove.cel.syntax.Operators;
import io.alcove.cel.type.CelType;
import io.alcove.cel.value.ByteString;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.MapValue;
import io.alcove.cel.value.NullValue;
import io.alcove.cel.value.OptionalValue;
import io.alcove.cel.value.UnsignedLong;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that may be absent. Choosing between two is the interpreter's own. */
public final class Optionals {

    private static final CelType K = CelType.parameter("K");
    private static final CelType V = CelType.parameter("V");
    private static final CelType OPTIONAL = CelType.optional(V);
    private static final CelType LIST = CelType.list(V);
    private static final CelType MAP = CelType.map(K, V);
    private static final CelType OPTIONALS = CelType.list(OPTIONAL);

    private static final Implementation NONE = arguments -> CelError.NO_SUCH_OVERLOAD;

    private Optionals() {}

    public static Library library() {
        return new Library(
                functions(),
                List.of(
                        Macro.receiver("optMap", 2, Optionals::optMap),
                        Macro.receiver("optFlatMap", 2, Optionals::optFlatMap)),
                List.of(OPTIONAL),
                Map.of());
    }

    private static List<FunctionDeclaration> functions() {
        return List.of(
                FunctionDeclaration.of(
                        "optional.of",
                        Overload.unary("optional_of", V, OPTIONAL, OptionalValue::of)),
                FunctionDeclaration.of(
                        "optional.ofNonZeroValue",
                        Overload.unary(
                                "optional_ofNonZeroValue",
                                V,
                                OPTIONAL,
                                v -> isZero(v) ? OptionalValue.NONE : OptionalValue.of(v))),
                FunctionDeclaration.of(
                        "optional.none",
                        Overload.global(
                                "optional_none", List.of(), OPTIONAL, _ -> OptionalValue.NONE)),
                FunctionDeclaration.of(
                        "value",
                        Overload.memberUnary("optional_value", OPTIONAL, V, Optionals::value)),
                FunctionDeclaration.of(
                        "hasValue",
                        Overload.memberUnary(
                                "optional_hasValue",
                                OPTIONAL,
                                CelType.BOOL,
                                v -> ((OptionalValue) v).isPresent())),
                FunctionDeclaration.of(
                        "or",
                        Overload.member(
                                "optional_or_optional",
                                List.of(OPTIONAL, OPTIONAL),
                                OPTIONAL,
                                NONE)),
                FunctionDeclaration.of(
                        "orValue",
                        Overload.member("optional_orValue_value", List.of(OPTIONAL, V), V, NONE)),
                FunctionDeclaration.of(
                        Operators.OPTIONAL_SELECT,
                        Overload.global(
                                "select_optional_field",
                                List.of(CelType.DYN, CelType.STRING),
                                OPTIONAL,
                                NONE)),
                FunctionDeclaration.of(
                        Operators.OPTIONAL_INDEX,
                        index("list_optindex_optional_int", LIST, CelType.INT),
                        index(
                                "optional_list_optindex_optional_int",
                                CelType.optional(LIST),
                                CelType.INT),
                        index("map_optindex_optional_value", MAP, K),
                        index("optional_map_optindex_optional_value", CelType.optional(MAP), K)),
                FunctionDeclaration.of(
                        Operators.INDEX,
                        index("optional_list_index_int", CelType.optional(LIST), CelType.INT),
                        index("optional_map_index_value", CelType.optional(MAP), K)),
                FunctionDeclaration.of(
                        "first",
                        Overload.memberUnary("list_first", LIST, OPTIONAL, v -> at(v, false))),
                FunctionDeclaration.of(
                        "last",
                        Overload.memberUnary("list_last", LIST, OPTIONAL, v -> at(v, true))),
                FunctionDeclaration.of(
                        "optional.unwrap",
                        Overload.unary("optional_unwrap", OPTIONALS, LIST, Optionals::unwrap)),
                FunctionDeclaration.of(
                        "unwrapOpt",
                        Overload.memberUnary(
                                "optional_unwrapOpt", OPTIONALS, LIST, Optionals::unwrap)));
    }

    private static Overload index(String id, CelType container, CelType key) {
        return Overload.global(id, List.of(container, key), OPTIONAL, NONE);
    }

    private static Object value(Object optional) {
        Object value = ((OptionalValue) optional).value();
        return value == null ? new CelError("optional.none() dereference") : value;
    }

    private static Object at(Object list, boolean last) {
        ListValue values = (ListValue) list;
        return values.size() == 0
                ? OptionalValue.NONE
                : OptionalValue.of(values.get(last ? values.size() - 1 : 0));
    }

    private static Object unwrap(Object list) {
        List<Object> present = new ArrayList<>();
        for (Object element : ((ListValue) list).toList()) {
            if (!(element instanceof OptionalValue(@Nullable Object value))) {
                return new CelError("value %s is not optional".formatted(element));
            }
            if (value != null) {
                present.add(value);
            }
        }
        return ListValue.of(present);
    }

    private static boolean isZero(Object value) {
        return switch (value) {
            case Boolean bool -> !bool;
            case Long number -> number == 0;
            case UnsignedLong number -> number.bits() == 0;
            case Double number -> number == 0;
            case String text -> text.isEmpty();
            case ByteString bytes -> bytes.size() == 0;
            case Duration duration -> duration.isZero();
            case ListValue list -> list.size() == 0;
            case MapValue map -> map.size() == 0;
            case NullValue _ -> true;
            case OptionalValue optional -> !optional.isPresent();
            default -> false;
        };
    }

    private static String variable(Expr argument, String macro) throws MacroException {
        if (argument instanceof Expr.Ident(int _, String name)) {
            return name;
        }
        throw new MacroException(argument, macro + "() variable name must be a simple identifier");
    }

    private static Expr optMap(MacroNodes nodes, @Nullable Expr target, List<Expr> arguments)
            throws MacroException {
        Expr of = MacroNodes.target(target);
        String variable = variable(arguments.getFirst(), "optMap");
        Expr bound = bound(nodes, of, variable, arguments.get(1));
        return ifPresent(nodes, of, nodes.call("optional.of", bound));
    }

    private static Expr optFlatMap(MacroNodes nodes, @Nullable Expr target, List<Expr> arguments)
            throws MacroException {
        Expr of = MacroNodes.target(target);
        String variable = variable(arguments.getFirst(), "optFlatMap");
        return ifPresent(nodes, of, bound(nodes, of, variable, arguments.get(1)));
    }

    private static Expr bound(MacroNodes nodes, Expr target, String variable, Expr within) {
        return nodes.bind(variable, nodes.memberCall("value", nodes.copy(target)), within);
    }

    private static Expr ifPresent(MacroNodes nodes, Expr target, Expr then) {
        return nodes.call(
                Operators.CONDITIONAL,
                nodes.memberCall("hasValue", target),
                then,
                nodes.call("optional.none"));
    }
}
