package io.alcove.cel.cost;

import io.alcove.cel.checker.Checked;
import io.alcove.cel.function.Overload;
import io.alcove.cel.syntax.Expr;
import io.alcove.cel.syntax.MacroNodes;
import io.alcove.cel.type.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much an expression may cost at least and at most, before it is evaluated. */
public final class CostEstimator {

    private final Checked checked;
    private final LocalVariables variables = new LocalVariables();
    private final Sizes sizes;
    private final CallCosts calls;

    private CostEstimator(Checked checked, SizeSource source) {
        this.checked = checked;
        this.sizes = new Sizes(checked, source, variables);
        this.calls = new CallCosts(sizes, new KubernetesCosts(source));
    }

    public static Range estimate(Checked checked, SizeSource source) {
        return new CostEstimator(checked, source).cost(checked.expr());
    }

    private Range cost(Expr expr) {
        return switch (expr) {
            case Expr.Literal _, Expr.Invalid _ -> Range.ZERO;
            case Expr.Ident e -> ident(e);
            case Expr.Select e -> select(e);
            case Expr.Call e -> call(e);
            case Expr.ListLiteral e -> list(e);
            case Expr.MapLiteral e -> map(e);
            case Expr.StructLiteral e -> struct(e);
            case Expr.Comprehension e -> isBind(e) ? bind(e) : fold(e);
        };
    }

    private Range ident(Expr.Ident e) {
        LocalVariables.Variable local = variables.find(e.name());
        sizes.setPath(e, local != null ? local.path() : List.of(e.name()));
        return Range.exactly(Factors.SELECT);
    }

    private Range select(Expr.Select e) {
        Range cost = cost(e.operand());
        if (e.testOnly()) {
            return cost;
        }
        Kind target = checked.type(e.operand()).kind();
        if (target == Kind.MAP || target == Kind.STRUCT || target == Kind.TYPE_PARAMETER) {
            cost = cost.plus(Range.exactly(Factors.SELECT));
        }
        sizes.setPath(e, extended(sizes.path(e.operand()), e.field()));
        return cost;
    }

    private static List<String> extended(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private Range call(Expr.Call e) {
        if (e.function().equals("dyn") && e.arguments().size() == 1) {
            Range argument = cost(e.arguments().getFirst());
            sizes.copy(e, e.arguments().getFirst());
            return Range.ONE.plus(argument);
        }
        List<Range> costs = e.arguments().stream().map(this::cost).toList();
        List<Node> arguments = e.arguments().stream().map(this::node).toList();
        Expr target = e.target();
        Range targetCost = target == null ? Range.ZERO : cost(target);
        Node targetNode = target == null ? null : node(target);
        List<Overload> overloads = checked.overloads(e);
        if (overloads.isEmpty()) {
            return Range.ZERO;
        }
        Range cost = Range.NONE;
        Range size = null;
        for (Overload overload : overloads) {
            CallEstimate estimate = calls.estimate(e, overload.id(), targetNode, arguments, costs);
            cost = cost.or(estimate.cost());
            size = union(size, estimate.resultSize());
            size = indexed(e, overload.id(), size);
            if (size == null) {
                size = sizes.size(e);
            }
        }
        sizes.setSize(e, size);
        return targetCost.plus(cost);
    }

    private static @Nullable Range union(@Nullable Range first, @Nullable Range second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first.or(second);
    }

    /** Follows the path of an index; an element's size is that of the container's values. */
    private @Nullable Range indexed(Expr.Call e, String overload, @Nullable Range size) {
        String step =
                switch (overload) {
                    case "index_list" -> "@items";
                    case "index_map" -> "@values";
                    default -> "";
                };
        if (step.isEmpty()) {
            return size;
        }
        Expr container = e.arguments().getFirst();
        sizes.setPath(e, extended(sizes.path(container), step));
        EntrySize entries = sizes.entrySize(container);
        return entries == null ? null : entries.value();
    }

    private Node node(Expr expr) {
        List<String> path = sizes.path(expr);
        boolean accumulated = !path.isEmpty() && path.getFirst().equals(MacroNodes.ACCUMULATOR);
        return new Node(accumulated ? List.of() : path, checked.type(expr), sizes.size(expr), expr);
    }

    private Range list(Expr.ListLiteral e) {
        Range cost = Range.ZERO;
        Range size = e.elements().isEmpty() ? Range.ZERO : Range.NONE;
        for (Expr element : e.elements()) {
            cost = cost.plus(cost(element));
            size = size.or(sizes.sizeOrUnknown(element));
        }
        sizes.setEntrySize(e, new EntrySize(false, Range.ONE, size));
        return cost.plus(Range.exactly(Factors.LIST));
    }

    private Range map(Expr.MapLiteral e) {
        Range cost = Range.ZERO;
        Range key = e.entries().isEmpty() ? Range.ZERO : Range.NONE;
        Range value = key;
        for (Expr.MapEntry entry : e.entries()) {
            cost = cost.plus(cost(entry.key())).plus(cost(entry.value()));
            key = key.or(sizes.sizeOrUnknown(entry.key()));
            value = value.or(sizes.sizeOrUnknown(entry.value()));
        }
        sizes.setEntrySize(e, new EntrySize(true, key, value));
        return cost.plus(Range.exactly(Factors.MAP));
    }

    private Range struct(Expr.StructLiteral e) {
        Range cost = Range.exactly(Factors.STRUCT);
        for (Expr.StructField field : e.fields()) {
            cost = cost.plus(cost(field.value()));
        }
        return cost;
    }

    private static boolean isBind(Expr.Comprehension e) {
        return e.range() instanceof Expr.ListLiteral range
                && range.elements().isEmpty()
                && e.condition() instanceof Expr.Literal condition
                && condition.value().equals(false);
    }

    private Range bind(Expr.Comprehension e) {
        Range cost = cost(e.range()).plus(cost(e.initial()));
        pushAccumulator(e);
        cost = cost.plus(cost(e.result()));
        variables.pop(e.accumulator());
        sizes.copy(e, e.result());
        return cost;
    }

    private void pushAccumulator(Expr.Comprehension e) {
        Expr initial = e.initial();
        variables.push(
                e.accumulator(),
                new LocalVariables.Variable(
                        sizes.path(initial), sizes.size(initial), sizes.entrySize(initial)));
    }

    private Range fold(Expr.Comprehension e) {
        Range cost = cost(e.range()).plus(cost(e.initial()));
        pushAccumulator(e);
        pushVariables(e);
        Range each = cost(e.condition()).plus(cost(e.step()));
        variables.pop(e.variable());
        if (e.hasSecondVariable()) {
            variables.pop(e.secondVariable());
        }
        cost = cost.plus(cost(e.result()));
        variables.pop(e.accumulator());
        Range count = sizes.sizeOrUnknown(e.range());
        switch (e.initial()) {
            case Expr.Literal literal -> sizes.setSize(e, sizes.size(literal));
            case Expr.ListLiteral _, Expr.MapLiteral _ -> {
                sizes.setSize(e, count);
                sizes.setEntrySize(e, sizes.entrySize(e.step()));
            }
            default -> {}
        }
        return cost.plus(count.times(each));
    }

    private void pushVariables(Expr.Comprehension e) {
        EntrySize entries = sizes.entrySize(e.range());
        boolean list = entries == null ? checked.type(e.range()).is(Kind.LIST) : !entries.map();
        if (!e.hasSecondVariable()) {
            push(e, e.variable(), list ? "@items" : "@keys", list);
            return;
        }
        push(e, e.variable(), list ? "@indices" : "@keys", false);
        push(e, e.secondVariable(), list ? "@items" : "@values", true);
    }

    private void push(Expr.Comprehension e, String name, String step, boolean value) {
        EntrySize entries = sizes.entrySize(e.range());
        Range size = entries == null ? null : value ? entries.value() : entries.key();
        variables.push(
                name,
                new LocalVariables.Variable(extended(sizes.path(e.range()), step), size, null));
    }
}
