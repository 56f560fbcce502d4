package io.alcove.cel.interpreter;

import io.alcove.cel.checker.Checked;
import io.alcove.cel.function.Functions;
import io.alcove.cel.function.Overload;
import io.alcove.cel.library.Conversions;
import io.alcove.cel.library.Patterns;
import io.alcove.cel.syntax.Expr;
import io.alcove.cel.syntax.Operators;
import io.alcove.cel.type.CelType;
import io.alcove.cel.type.Kind;
import io.alcove.cel.value.ByteString;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.Equality;
import io.alcove.cel.value.ListValue;
import io.alcove.cel.value.NullValue;
import io.alcove.cel.value.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns checked expressions into programs: constants are computed, calls bound to functions. */
public final class Planner {

    private static final CallCost EQUALS = CallCosts.of(Operators.EQUALS, "equals");
    private static final CallCost NOT_EQUALS = CallCosts.of(Operators.NOT_EQUALS, "not_equals");

    private final Checked checked;
    private final Functions functions;
    private final Map<String, Object> constants;
    private final StructFactory structs;
    private Slots slots = Slots.none();

    private Planner(
            Checked checked,
            Functions functions,
            Map<String, Object> constants,
            StructFactory structs) {
        this.checked = checked;
        this.functions = functions;
        this.constants = constants;
        this.structs = structs;
    }

    /**
     * @param constants the values of qualified names
     */
    public static Program plan(
            Checked checked,
            Functions functions,
            Map<String, Object> constants,
            StructFactory structs)
            throws PlanException {
        Planner planner = new Planner(checked, functions, constants, structs);
        Node root = planner.plan(checked.expr());
        return new Program(root, planner.slots.total());
    }

    private Node plan(Expr expr) throws PlanException {
        return switch (expr) {
            case Expr.Literal e -> new Constant(e.value());
            case Expr.Ident e -> ident(e);
            case Expr.Select e -> select(e);
            case Expr.Call e -> call(e);
            case Expr.ListLiteral e -> list(e);
            case Expr.MapLiteral e -> map(e);
            case Expr.StructLiteral e -> struct(e);
            case Expr.Comprehension e -> fold(e);
            case Expr.Invalid _ -> throw new PlanException("invalid expression");
        };
    }

    private Node[] plan(List<Expr> exprs) throws PlanException {
        Node[] nodes = new Node[exprs.size()];
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = plan(exprs.get(i));
        }
        return nodes;
    }

    private Node ident(Expr.Ident e) {
        Integer slot = slots.find(e.name());
        if (slot != null) {
            return new Read(new Attribute.Local(slot, List.of()), 1);
        }
        Object constant = constants.get(e.name());
        if (constant != null) {
            return new Constant(constant);
        }
        CelType type = checked.type(e);
        if (type.is(Kind.TYPE) && !type.parameters().isEmpty()) {
            CelType named = type.parameter(0);
            return new Constant(new CelType(named.kind(), named.name(), List.of()));
        }
        return new Read(new Attribute.Global(e.name(), List.of()), 1);
    }

    /** The place that a node reads, or its result as one. */
    private static Attribute attribute(Node node) {
        return node instanceof Read(Attribute attribute, int _)
                ? attribute
                : new Attribute.Relative(node, List.of());
    }

    private static Read qualified(Node operand, Qualifier qualifier) {
        Attribute attribute = attribute(operand).with(qualifier);
        return new Read(attribute, attribute instanceof Attribute.Conditional ? 0 : 1);
    }

    private Node select(Expr.Select e) throws PlanException {
        Node operand = plan(e.operand());
        if (e.testOnly()) {
            return new Read.Present(attribute(operand).with(new Qualifier.Presence(e.field())));
        }
        return qualified(operand, new Qualifier.Fixed(e.field(), false));
    }

    private Node call(Expr.Call e) throws PlanException {
        List<Expr> all = new ArrayList<>();
        if (e.target() != null) {
            all.add(e.target());
        }
        all.addAll(e.arguments());
        Node[] arguments = plan(all);
        return switch (e.function()) {
            case Operators.AND -> new Logical(arguments, false);
            case Operators.OR -> new Logical(arguments, true);
            case Operators.CONDITIONAL -> conditional(arguments);
            case Operators.EQUALS -> equality(arguments);
            case Operators.NOT_EQUALS -> inequality(arguments);
            case Operators.INDEX -> index(arguments, false);
            case Operators.OPTIONAL_INDEX, Operators.OPTIONAL_SELECT -> index(arguments, true);
            case "or" -> new OptionalOr(arguments[0], arguments[1], false);
            case "orValue" -> new OptionalOr(arguments[0], arguments[1], true);
            default -> invocation(e, arguments);
        };
    }

    private static Node conditional(Node[] arguments) {
        return new Read(
                new Attribute.Conditional(
                        arguments[0], attribute(arguments[1]), attribute(arguments[2])),
                0);
    }

    private static Node equality(Node[] arguments) {
        return new Invocation(
                values -> Equality.equal(values[0], values[1]), arguments, true, EQUALS);
    }

    private static Node inequality(Node[] arguments) {
        return new Invocation(
                values -> !Equality.equal(values[0], values[1]), arguments, true, NOT_EQUALS);
    }

    private static Node index(Node[] arguments, boolean optional) {
        Qualifier qualifier =
                arguments[1] instanceof Constant(Object key)
                        ? new Qualifier.Fixed(key, optional)
                        : new Qualifier.Computed(attribute(arguments[1]), optional);
        return qualified(arguments[0], qualifier);
    }

    private Node invocation(Expr.Call e, Node[] arguments) throws PlanException {
        List<Overload> overloads = checked.overloads(e);
        String overload = overloads.size() == 1 ? overloads.getFirst().id() : "";
        if (overload.equals("in_list") && arguments[1] instanceof Constant(Object list)) {
            List<Object> constants = ((ListValue) list).toList();
            if (constants.isEmpty()) {
                return new Constant(false);
            }
            if (constants.stream().allMatch(Planner::isHashable)) {
                return SetMembership.of(arguments[0], constants);
            }
        }
        if (e.function().equals("find") || e.function().equals("findAll")) {
            checkPattern(arguments);
        }
        Node planned =
                new Invocation(
                        functions.find(e.function()).orElseThrow().dispatch(overloads),
                        arguments,
                        !e.function().equals(Operators.NOT_STRICTLY_FALSE),
                        CallCosts.of(e.function(), overload));
        boolean foldable =
                Conversions.isConversion(e.function())
                        && arguments.length == 1
                        && arguments[0] instanceof Constant;
        return foldable ? folded(planned) : planned;
    }

    private static void checkPattern(Node[] arguments) throws PlanException {
        if (arguments.length > 1
                && arguments[1] instanceof Constant(Object value)
                && value instanceof String pattern) {
            String problem = Patterns.problem(pattern);
            if (!problem.isEmpty()) {
                throw new PlanException(problem);
            }
        }
    }

    private static boolean isHashable(Object value) {
        return !(value instanceof ByteString)
                && !(value instanceof NullValue)
                && (value instanceof String || value instanceof Boolean || Numbers.isNumber(value));
    }

    private static Node folded(Node node) throws PlanException {
        Object value = node.eval(new Evaluation(Variables.NONE, 0, Limits.DEFAULT));
        if (value instanceof CelError error) {
            throw new PlanException(error.message());
        }
        return new Constant(value);
    }

    private Node list(Expr.ListLiteral e) throws PlanException {
        Node[] elements = plan(e.elements());
        Node planned = new Construction.OfList(elements, Set.copyOf(e.optionals()));
        return areConstant(elements) ? folded(planned) : planned;
    }

    private static boolean areConstant(Node[] nodes) {
        for (Node node : nodes) {
            if (!(node instanceof Constant)) {
                return false;
            }
        }
        return true;
    }

    private Node map(Expr.MapLiteral e) throws PlanException {
        Node[] keys = plan(e.entries().stream().map(Expr.MapEntry::key).toList());
        Node[] values = plan(e.entries().stream().map(Expr.MapEntry::value).toList());
        Set<Integer> optionals = new java.util.HashSet<>();
        for (int i = 0; i < keys.length; i++) {
            if (e.entries().get(i).optional()) {
                optionals.add(i);
            }
        }
        Node planned = new Construction.OfMap(keys, values, Set.copyOf(optionals));
        return areConstant(keys) && areConstant(values) ? folded(planned) : planned;
    }

    private Node struct(Expr.StructLiteral e) throws PlanException {
        Set<Integer> optionals = new java.util.HashSet<>();
        for (int i = 0; i < e.fields().size(); i++) {
            if (e.fields().get(i).optional()) {
                optionals.add(i);
            }
        }
        return new Construction.OfStruct(
                e.typeName(),
                e.fields().stream().map(Expr.StructField::name).toList(),
                plan(e.fields().stream().map(Expr.StructField::value).toList()),
                Set.copyOf(optionals),
                structs);
    }

    private Node fold(Expr.Comprehension e) throws PlanException {
        Node range = plan(e.range());
        Node initial = plan(e.initial());
        Slots outside = slots;
        slots = outside.inner();
        int accumulator = slots.declare(e.accumulator());
        Slots accumulated = slots;
        slots = accumulated.inner();
        int first = slots.declare(e.variable());
        int second = e.hasSecondVariable() ? slots.declare(e.secondVariable()) : -1;
        Node condition = plan(e.condition());
        Node step = plan(e.step());
        slots = accumulated;
        Node result = plan(e.result());
        slots = outside;
        return new Fold(range, first, second, accumulator, initial, condition, step, result);
    }
}
