package io.alcove.apiserver.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.structural.Correlation;
import io.alcove.apimachinery.structural.ListKeys;
import io.alcove.cel.KubernetesEnvironments;
import io.alcove.cel.schema.DeclaredType;
import io.alcove.cel.schema.JsonSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules of a schema and of all that is in it, compiled once, for any number of values. */
public final class RuleTree {

    private static final String EMBEDDED = "x-kubernetes-embedded-resource";

    private final ObjectNode schema;
    private final NodeRules rules;
    private final @Nullable RuleTree items;
    private final @Nullable RuleTree others;
    private final Map<String, RuleTree> properties = new HashMap<>();

    private RuleTree(ObjectNode schema, boolean resource) {
        this.schema = schema;
        this.rules = rules(schema, resource);
        this.items = child(schema.path("items"));
        this.others = child(schema.path("additionalProperties"));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            RuleTree child = child(property.getValue());
            if (child != null) {
                properties.put(property.getKey(), child);
            }
        }
    }

    /** Empty where there are no rules. */
    public static Optional<RuleTree> of(ObjectNode schema) {
        return RuleSchemas.hasRules(schema)
                ? Optional.of(new RuleTree(schema, true))
                : Optional.empty();
    }

    private static @Nullable RuleTree child(JsonNode schema) {
        return schema instanceof ObjectNode object && RuleSchemas.hasRules(object)
                ? new RuleTree(object, object.path(EMBEDDED).asBoolean(false))
                : null;
    }

    private static NodeRules rules(ObjectNode schema, boolean resource) {
        Optional<DeclaredType> type =
                schema.path(RuleCompiler.FIELD).isEmpty()
                        ? Optional.empty()
                        : RuleSchemas.type(schema, resource);
        List<CompiledRule> compiled =
                type.map(t -> RuleCompiler.compile(schema, t, KubernetesEnvironments.forStored()))
                        .orElse(List.of());
        ObjectNode seen = resource ? RuleSchemas.withHeader(schema) : schema;
        return new NodeRules(schema.path("type").asText(""), JsonSchema.of(seen), compiled);
    }

    /** What a new object fails in. */
    public List<StatusCause> check(ObjectNode object) {
        RuleRun run = new RuleRun(_ -> {});
        visit(object, null, Ratchet.NONE, "", run);
        return run.causes();
    }

    /**
     * What a changed object fails in.
     *
     * @param warnings is told what it fails in that did not change
     */
    public List<StatusCause> checkChange(Correlation change, Consumer<String> warnings) {
        RuleRun run = new RuleRun(warnings);
        visit(change.value(), change.oldValue(), new Ratchet(change, null), "", run);
        return run.causes();
    }

    private void visit(
            JsonNode value, @Nullable JsonNode old, Ratchet ratchet, String path, RuleRun run) {
        if (value.isNull() || run.budget().isSpent()) {
            return;
        }
        rules.check(value, old == null || old.isNull() ? null : old, ratchet, path, run);
        switch (value) {
            case ArrayNode list when items != null ->
                    visitElements(list, items, old, ratchet, path, run);
            case ObjectNode object -> visitFields(object, old, ratchet, path, run);
            default -> {}
        }
    }

    private void visitElements(
            ArrayNode list,
            RuleTree each,
            @Nullable JsonNode old,
            Ratchet ratchet,
            String path,
            RuleRun run) {
        ListKeys keys = ListKeys.of(schema, old);
        for (int i = 0; i < list.size(); i++) {
            each.visit(
                    list.get(i),
                    keys.find(list.get(i)),
                    ratchet.element(i),
                    path + "[" + i + "]",
                    run);
        }
    }

    private void visitFields(
            ObjectNode object, @Nullable JsonNode old, Ratchet ratchet, String path, RuleRun run) {
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            RuleTree named = properties.get(name);
            RuleTree child = named == null ? others : named;
            if (child == null) {
                continue;
            }
            String below = path.isEmpty() ? name : path + "." + name;
            child.visit(
                    field.getValue(),
                    old == null ? null : old.get(name),
                    ratchet.field(name),
                    named == null ? path + "[" + name + "]" : below,
                    run);
        }
    }
}
