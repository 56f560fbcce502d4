package io.alcove.apiserver.kinds.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.structural.DefaultCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Defaults must be valid by the schema that they stand in. */
final class DefaultRules {

    private static final Set<String> HEADER = Set.of("apiVersion", "kind", "metadata");

    private final boolean pruned;
    private final List<StatusCause> causes = new ArrayList<>();

    private DefaultRules(boolean pruned) {
        this.pruned = pruned;
    }

    /**
     * @param pruned whether they may hold nothing that the schema does not know
     */
    static List<StatusCause> check(ObjectNode schema, String path, boolean pruned) {
        DefaultRules rules = new DefaultRules(pruned);
        rules.visit(schema, path, true, false);
        return rules.causes;
    }

    /**
     * @param insideMeta whether this is about apiVersion, kind or metadata, of which much is
     *     implied
     */
    private void visit(JsonNode node, String path, boolean resource, boolean insideMeta) {
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        boolean embedded = resource || schema.path("x-kubernetes-embedded-resource").asBoolean();
        boolean inside = insideMeta && !embedded;
        if (schema.has("default")) {
            checkDefault(schema, path + ".default", inside);
        }
        visit(schema.path("items"), path + ".items", false, inside);
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = property.getKey();
            visit(
                    property.getValue(),
                    SchemaPaths.property(path, name),
                    false,
                    inside || (embedded && HEADER.contains(name)));
        }
    }

    private void checkDefault(ObjectNode schema, String path, boolean inside) {
        JsonNode value = schema.path("default");
        if (pruned && !inside && DefaultCheck.hasUnknownFields(schema)) {
            causes.add(StatusCause.invalid(path, value, "must not have unknown fields"));
        }
        causes.addAll(DefaultCheck.problems(schema, path));
    }
}
