package io.alcove.cel.cost;

import static io.alcove.cel.cost.Factors.REGEX_LENGTH;
import static io.alcove.cel.cost.Factors.STRING_TRAVERSAL;

import io.alcove.cel.syntax.Expr;
import io.alcove.cel.type.CelType;
import io.alcove.cel.type.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Estimates of the functions that Kubernetes adds, and of those of strings. */
record KubernetesCosts(SizeSource sizes) {

    private static final Range ADDRESS = Range.of(4, 16);

    /** Empty where the language's own rules apply. */
    Optional<CallEstimate> estimate(
            String function, String overload, @Nullable Node target, List<Node> arguments) {
        CallEstimate ofList = new ListCosts(sizes).estimate(overload, target, arguments);
        return Optional.ofNullable(
                ofList == null ? call(function, overload, target, arguments) : ofList);
    }

    private @Nullable CallEstimate call(
            String function, String overload, @Nullable Node target, List<Node> arguments) {
        if (UnitCosts.has(function)) {
            return CallEstimate.of(Range.ONE);
        }
        return switch (function) {
            case "check" -> CallEstimate.of(Range.exactly(Factors.AUTHORIZATION_CHECK));
            case "fieldSelector", "labelSelector" ->
                    arguments.size() == 1
                            ? CallEstimate.of(SelectorCost.of(size(arguments.getFirst())))
                            : null;
            case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf" ->
                    target == null ? null : traversal(target);
            case "url", "jsonpatch.escapeKey" ->
                    arguments.size() == 1 ? sameSize(arguments.getFirst()) : null;
            case "lowerAscii", "upperAscii", "substring", "trim" ->
                    target == null ? null : sameSize(target);
            case "replace" ->
                    target == null || arguments.size() < 2 ? null : replace(target, arguments);
            case "split" -> target == null ? null : split(target, arguments);
            case "join" -> target == null ? null : join(target, arguments);
            case "find", "findAll" ->
                    target == null || arguments.isEmpty() ? null : find(target, arguments);
            case "cidr", "isIP", "isCIDR", "quantity", "isQuantity", "semver", "isSemver" ->
                    arguments.isEmpty() ? null : read(arguments.getFirst(), STRING_TRAVERSAL);
            case "ip" -> ip(overload, arguments);
            case "ip.isCanonical" ->
                    arguments.isEmpty() ? null : read(arguments.getFirst(), 2 * STRING_TRAVERSAL);
            case "containsIP" ->
                    contains(overload.equals("cidr_contains_ip_string"), arguments, Range.ZERO);
            case "containsCIDR" ->
                    contains(
                            overload.equals("cidr_contains_cidr_string"),
                            arguments,
                            ADDRESS.times(STRING_TRAVERSAL).plus(Range.ONE));
            case "validate" -> arguments.isEmpty() ? null : validate(arguments.getFirst());
            case "_==_" -> arguments.size() == 2 ? equality(arguments) : null;
            default -> null;
        };
    }

    private Range size(Node node) {
        return node.size(sizes);
    }

    private CallEstimate read(Node text, double factor) {
        return CallEstimate.of(size(text).times(factor));
    }

    private CallEstimate sameSize(Node text) {
        Range size = size(text);
        return CallEstimate.of(size.times(STRING_TRAVERSAL), size);
    }

    private CallEstimate traversal(Node target) {
        Optional<Node> elements = target.elements();
        if (elements.isEmpty()) {
            return CallEstimate.of(size(target).times(STRING_TRAVERSAL));
        }
        Range each = Range.ONE;
        if (elements.get().type().is(Kind.STRING) || elements.get().type().is(Kind.BYTES)) {
            each = each.plus(size(elements.get()).times(STRING_TRAVERSAL));
        }
        return CallEstimate.of(size(target).times(each));
    }

    private CallEstimate replace(Node target, List<Node> arguments) {
        Range size = size(target);
        Range replaced = size(arguments.get(0));
        Range with = size(arguments.get(1));
        return CallEstimate.of(
                size.times(2 * STRING_TRAVERSAL), ReplacedSize.of(size, replaced, with));
    }

    private CallEstimate split(Node target, List<Node> arguments) {
        Range size = size(target);
        long max = size.rawMax();
        if (arguments.size() > 1
                && arguments.get(1).expr() instanceof Expr.Literal literal
                && literal.value() instanceof Long limit) {
            max = limit;
        }
        return CallEstimate.of(size.times(2 * STRING_TRAVERSAL), Range.upTo(max));
    }

    private CallEstimate join(Node target, List<Node> arguments) {
        Range count = size(target);
        Range size = Range.ZERO;
        Optional<Node> elements = target.elements();
        if (elements.isPresent()) {
            size = count.times(size(elements.get()));
        }
        if (!arguments.isEmpty()) {
            Range separators = Range.of(less(count.rawMin()), less(count.rawMax()));
            size = size.plus(size(arguments.getFirst()).times(separators));
        }
        return CallEstimate.of(size.times(STRING_TRAVERSAL), size);
    }

    private static long less(long count) {
        return count == 0 ? 0 : count - 1;
    }

    private CallEstimate find(Node target, List<Node> arguments) {
        Range size = size(target);
        Range text = size.plus(Range.ONE).times(STRING_TRAVERSAL);
        Range pattern = size(arguments.getFirst()).times(REGEX_LENGTH);
        return CallEstimate.of(text.times(pattern), Range.upTo(size.rawMax()));
    }

    private @Nullable CallEstimate ip(String overload, List<Node> arguments) {
        if (overload.equals("cidr_ip")) {
            return CallEstimate.of(Range.ONE);
        }
        return arguments.isEmpty() ? null : read(arguments.getFirst(), STRING_TRAVERSAL);
    }

    private @Nullable CallEstimate contains(boolean ofText, List<Node> arguments, Range more) {
        if (arguments.isEmpty()) {
            return null;
        }
        Range cost = ADDRESS.plus(ADDRESS).times(STRING_TRAVERSAL).plus(more);
        return CallEstimate.of(
                ofText ? cost.plus(size(arguments.getFirst()).times(STRING_TRAVERSAL)) : cost);
    }

    private CallEstimate validate(Node text) {
        return CallEstimate.of(
                size(text)
                        .times(STRING_TRAVERSAL)
                        .times(Factors.MAX_NAME_FORMAT_PATTERN * REGEX_LENGTH));
    }

    private static @Nullable CallEstimate equality(List<Node> arguments) {
        CelType type = arguments.getFirst().type();
        if (!type.equals(arguments.getLast().type())) {
            return null;
        }
        return switch (type.name()) {
            case "net.IP",
                    "net.CIDR",
                    "kubernetes.Quantity",
                    "kubernetes.Semver",
                    "kubernetes.authorization.Authorizer",
                    "kubernetes.authorization.PathCheck",
                    "kubernetes.authorization.GroupCheck",
                    "kubernetes.authorization.ResourceCheck",
                    "kubernetes.authorization.Decision" ->
                    CallEstimate.of(Range.ONE);
            case "kubernetes.NamedFormat" ->
                    CallEstimate.of(Range.of(1, Factors.MAX_FORMAT_NAME).times(STRING_TRAVERSAL));
            case "kubernetes.URL" -> url(arguments.getLast());
            default -> null;
        };
    }

    private static CallEstimate url(Node right) {
        Range size = right.computed() == null ? Range.ONE : right.computed();
        return CallEstimate.of(Range.of(1, size.rawMax()).times(STRING_TRAVERSAL));
    }
}
