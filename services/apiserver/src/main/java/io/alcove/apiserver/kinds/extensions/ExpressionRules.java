package io.alcove.apiserver.kinds.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.rule.CompiledRule;
import io.alcove.apiserver.rule.RuleCompiler;
import io.alcove.apiserver.rule.RuleSchemas;
import io.alcove.cel.CelEnvironment;
import io.alcove.cel.schema.DeclaredType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;

/** The rules in CEL of a schema must compile, and cost no more than a request may. */
final class ExpressionRules {

    private static final long MAX_RULE = 10_000_000;
    private static final long MAX_SCHEMA = 100_000_000;
    private static final int MOST_EXPENSIVE = 4;
    private static final double FAR_TOO_MUCH = 100;
    private static final double HARDLY_TOO_MUCH = 1.5;

    private final CelEnvironment environment;
    private final boolean costsKnown;
    private final List<StatusCause> causes = new ArrayList<>();
    private final List<Priced> expensive = new ArrayList<>();
    private long total;

    private record Priced(String path, long cost) {}

    /**
     * @param elements how often a value may be there; empty where nothing bounds it
     * @param unrelated the list whose elements have no older state; empty where all have one
     */
    private record Place(OptionalLong elements, String unrelated) {
        Place below(ObjectNode schema) {
            return new Place(multiplied(elements, elementsOf(schema)), unrelated);
        }

        Place unrelated(String path) {
            return unrelated.isEmpty() ? new Place(elements, path) : this;
        }
    }

    private ExpressionRules(CelEnvironment environment, boolean costsKnown) {
        this.environment = environment;
        this.costsKnown = costsKnown;
    }

    /**
     * @param costsKnown whether the schema was taken before, whatever its rules cost
     */
    static List<StatusCause> check(
            ObjectNode schema, String path, CelEnvironment environment, boolean costsKnown) {
        if (!RuleSchemas.hasRules(schema)) {
            return List.of();
        }
        ExpressionRules rules = new ExpressionRules(environment, costsKnown);
        rules.visit(schema, path, new Place(OptionalLong.of(1), ""), true);
        rules.checkTotal(path);
        return rules.causes;
    }

    private void visit(JsonNode node, String path, Place place, boolean root) {
        if (!(node instanceof ObjectNode schema) || !RuleSchemas.hasRules(schema)) {
            return;
        }
        Place below = place.below(schema);
        visit(schema.path("additionalProperties"), path + ".additionalProperties", below, false);
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String at = SchemaPaths.property(path, property.getKey());
            visit(property.getValue(), at, below, false);
        }
        boolean keyed = schema.path("x-kubernetes-list-type").asText("").equals("map");
        visit(schema.path("items"), path + ".items", keyed ? below : below.unrelated(path), false);
        if (!schema.path(RuleCompiler.FIELD).isEmpty()) {
            checkRules(schema, path, place, root);
        }
    }

    private void checkRules(ObjectNode schema, String path, Place place, boolean root) {
        boolean resource = root || schema.path("x-kubernetes-embedded-resource").asBoolean();
        DeclaredType type = RuleSchemas.type(schema, resource).orElse(null);
        if (type == null) {
            return;
        }
        List<CompiledRule> rules = RuleCompiler.compile(schema, type, environment);
        for (int i = 0; i < rules.size(); i++) {
            checkRule(
                    rules.get(i),
                    SchemaPaths.at(path, RuleCompiler.FIELD, i),
                    place.elements().orElse(type.maxCardinality()),
                    place.unrelated());
        }
    }

    private void checkRule(CompiledRule rule, String path, long elements, String unrelated) {
        String rulePath = path + ".rule";
        checkCost("estimated rule cost", multiplied(rule.maxCost(), elements), rulePath);
        if (!rule.problem().isEmpty()) {
            causes.add(
                    StatusCause.invalid(
                            rulePath, InternalText.rule(rule.source()), rule.problem()));
        }
        String messagePath = path + ".messageExpression";
        if (!rule.messageProblem().isEmpty()) {
            causes.add(
                    StatusCause.invalid(
                            messagePath, InternalText.rule(rule.source()), rule.messageProblem()));
        } else if (rule.message() != null) {
            checkCost("estimated messageExpression cost", rule.messageMaxCost(), messagePath);
        }
        JsonNode optional = rule.source().path("optionalOldSelf");
        if (rule.usesOldSelf() && !unrelated.isEmpty()) {
            causes.add(
                    StatusCause.invalid(
                            rulePath,
                            rule.source().path("rule").asText(""),
                            "oldSelf cannot be used on the uncorrelatable portion of the schema"
                                    + " within "
                                    + unrelated));
        } else if (!rule.usesOldSelf() && optional.isBoolean()) {
            causes.add(
                    StatusCause.invalid(
                            path + ".optionalOldSelf",
                            optional,
                            "may not be set if oldSelf is not used in rule"));
        }
    }

    private void checkCost(String what, long cost, String path) {
        if (!costsKnown && cost > MAX_RULE) {
            causes.add(StatusCause.forbidden(path, exceeds(what, cost, MAX_RULE)));
        }
        total = total + cost < 0 ? Long.MAX_VALUE : total + cost;
        if (cost >= MAX_SCHEMA / 100) {
            expensive.add(new Priced(path, cost));
        }
    }

    private void checkTotal(String path) {
        if (total <= MAX_SCHEMA) {
            return;
        }
        expensive.stream()
                .sorted(Comparator.comparingLong(Priced::cost).reversed())
                .limit(MOST_EXPENSIVE)
                .forEach(
                        rule ->
                                causes.add(
                                        StatusCause.forbidden(
                                                rule.path(),
                                                "contributed to estimated rule cost total exceeding"
                                                        + " cost limit for entire OpenAPIv3"
                                                        + " schema")));
        causes.add(
                StatusCause.forbidden(
                        path,
                        exceeds(
                                "x-kubernetes-validations estimated rule cost total for entire"
                                        + " OpenAPIv3 schema",
                                total,
                                MAX_SCHEMA)));
    }

    private static String exceeds(String what, long cost, long limit) {
        double factor = (double) cost / limit;
        String times =
                factor > FAR_TOO_MUCH
                        ? "more than 100x"
                        : String.format(
                                Locale.ROOT, factor < HARDLY_TOO_MUCH ? "%fx" : "%.1fx", factor);
        return what
                + " exceeds budget by factor of "
                + times
                + " (try simplifying the rule, or adding maxItems, maxProperties, and maxLength"
                + " where arrays, maps, and strings are declared)";
    }

    private static OptionalLong elementsOf(ObjectNode schema) {
        return switch (schema.path("type").asText("")) {
            case "object" ->
                    schema.has("additionalProperties")
                            ? bound(schema, "maxProperties")
                            : OptionalLong.of(1);
            case "array" -> bound(schema, "maxItems");
            default -> OptionalLong.of(1);
        };
    }

    private static OptionalLong bound(ObjectNode schema, String field) {
        return schema.path(field).isNumber()
                ? OptionalLong.of(Math.max(0, schema.path(field).longValue()))
                : OptionalLong.empty();
    }

    private static OptionalLong multiplied(OptionalLong a, OptionalLong b) {
        return a.isPresent() && b.isPresent()
                ? OptionalLong.of(multiplied(a.getAsLong(), b.getAsLong()))
                : OptionalLong.empty();
    }

    private static long multiplied(long a, long b) {
        return Math.multiplyHigh(a, b) != 0 || a * b < 0 ? Long.MAX_VALUE : a * b;
    }
}
