package io.alcove.cel.cost;

import static io.alcove.cel.cost.Factors.REGEX_LENGTH;
import static io.alcove.cel.cost.Factors.STRING_TRAVERSAL;

import io.alcove.cel.syntax.Expr;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Estimates of calls, their arguments counted in. */
record CallCosts(Sizes sizes, KubernetesCosts kubernetes) {

    /** Where there is neither target nor argument. */
    private static final Node NONE =
            new Node(List.of(), io.alcove.cel.type.CelType.DYN, null, null);

    CallEstimate estimate(
            Expr.Call call,
            String overload,
            @Nullable Node target,
            List<Node> arguments,
            List<Range> argumentCosts) {
        Range sum = argumentCosts.stream().reduce(Range.ZERO, Range::plus);
        Optional<CallEstimate> own =
                kubernetes.estimate(call.function(), overload, target, arguments);
        CallEstimate estimate =
                own.orElseGet(() -> standard(call, overload, target, arguments, argumentCosts));
        return estimate.whole()
                ? estimate
                : new CallEstimate(estimate.cost().plus(sum), estimate.resultSize(), true);
    }

    private CallEstimate standard(
            Expr.Call call,
            String overload,
            @Nullable Node target,
            List<Node> arguments,
            List<Range> costs) {
        Node text = target == null ? arguments.isEmpty() ? NONE : arguments.getFirst() : target;
        return switch (overload) {
            case "string_format" ->
                    CallEstimate.of(text.computedOrUnknown().times(STRING_TRAVERSAL));
            case "string_to_bytes" -> {
                Range size = arguments.getFirst().computedOrUnknown();
                yield CallEstimate.of(
                        size.times(STRING_TRAVERSAL),
                        Range.of(size.rawMin(), Range.multiply(size.rawMax(), 4.0)));
            }
            case "bytes_to_string" -> {
                Range size = arguments.getFirst().computedOrUnknown();
                yield CallEstimate.of(
                        size.times(STRING_TRAVERSAL),
                        Range.of(Long.divideUnsigned(size.rawMin(), 4), size.rawMax()));
            }
            case "strings_quote" -> {
                Range size = arguments.getFirst().computedOrUnknown();
                yield CallEstimate.of(
                        size.times(STRING_TRAVERSAL),
                        size.plus(Range.upTo(size.rawMax())).plus(Range.exactly(2)));
            }
            case "starts_with_string", "ends_with_string" ->
                    CallEstimate.of(
                            arguments.getFirst().computedOrUnknown().times(STRING_TRAVERSAL));
            case "in_list" -> CallEstimate.of(arguments.get(1).computedOrUnknown().times(1.0));
            case "matches_string" -> matches(text, arguments.getFirst());
            case "contains_string" ->
                    CallEstimate.of(
                            text.computedOrUnknown()
                                    .times(STRING_TRAVERSAL)
                                    .times(
                                            arguments
                                                    .getFirst()
                                                    .computedOrUnknown()
                                                    .times(STRING_TRAVERSAL)));
            case "logical_or", "logical_and" ->
                    CallEstimate.whole(
                            Range.of(
                                    costs.getFirst().rawMin(),
                                    costs.getFirst().plus(costs.getLast()).rawMax()),
                            null);
            case "conditional" -> conditional(call, arguments, costs);
            case "add_string", "add_bytes", "add_list" -> addition(call, overload, arguments);
            case "less_string",
                    "greater_string",
                    "less_equals_string",
                    "greater_equals_string",
                    "less_bytes",
                    "greater_bytes",
                    "less_equals_bytes",
                    "greater_equals_bytes",
                    "equals",
                    "not_equals" ->
                    comparison(arguments);
            default -> CallEstimate.of(Range.ONE);
        };
    }

    private static CallEstimate matches(Node text, Node pattern) {
        Range textCost = text.computedOrUnknown().plus(Range.ONE).times(STRING_TRAVERSAL);
        Range patternCost = pattern.computedOrUnknown().times(REGEX_LENGTH);
        return CallEstimate.of(textCost.times(patternCost));
    }

    private CallEstimate conditional(Expr.Call call, List<Node> arguments, List<Range> costs) {
        Node first = arguments.get(1);
        Node second = arguments.get(2);
        sizes.setEntrySize(
                call,
                EntrySize.union(sizes.entrySize(first.expr()), sizes.entrySize(second.expr())));
        return CallEstimate.whole(
                costs.get(0).plus(costs.get(1).or(costs.get(2))),
                first.computedOrUnknown().or(second.computedOrUnknown()));
    }

    private CallEstimate addition(Expr.Call call, String overload, List<Node> arguments) {
        Node left = arguments.getFirst();
        Node right = arguments.getLast();
        Range size = left.computedOrUnknown().plus(right.computedOrUnknown());
        sizes.setEntrySize(
                call, EntrySize.union(sizes.entrySize(left.expr()), sizes.entrySize(right.expr())));
        return CallEstimate.of(
                overload.equals("add_list") ? Range.ONE : size.times(STRING_TRAVERSAL), size);
    }

    private static CallEstimate comparison(List<Node> arguments) {
        long max =
                Range.lesser(
                        arguments.getFirst().computedOrUnknown().rawMax(),
                        arguments.getLast().computedOrUnknown().rawMax());
        return CallEstimate.of(Range.of(max == 0 ? 0 : 1, max).times(STRING_TRAVERSAL));
    }
}
