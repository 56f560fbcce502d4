package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.schema.SchemaLibrary;
import io.alcove.apimachinery.structural.PrunedDefaults;
import io.alcove.apimachinery.structural.SchemaValidation;
import io.alcove.apimachinery.structural.StructuralSchema;
import io.alcove.apiserver.rule.RuleTree;
import java.util.Optional;

/**
 * The schema of a version in all forms in which requests need it.
 *
 * @param typed for managed fields and apply
 * @param status what holds for a write of the status alone
 * @param rules those in CEL
 */
record VersionSchema(
        StructuralSchema structural,
        Schema typed,
        SchemaValidation validation,
        Optional<SchemaValidation> status,
        Optional<RuleTree> rules) {

    private static final String OBJECT_META =
            "#/components/schemas/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

    static VersionSchema of(Optional<ObjectNode> document, SchemaLibrary library) {
        ObjectNode schema = document.map(ObjectNode::deepCopy).orElseGet(VersionSchema::anything);
        PrunedDefaults.prune(schema);
        Optional<SchemaValidation> status =
                schema.path("properties").path("status") instanceof ObjectNode of
                        ? Optional.of(SchemaValidation.of(of))
                        : Optional.empty();
        return new VersionSchema(
                StructuralSchema.of(schema),
                library.custom(typed(schema)),
                SchemaValidation.of(schema),
                status,
                RuleTree.of(schema));
    }

    static ObjectNode anything() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "object")
                .put("x-kubernetes-preserve-unknown-fields", true);
    }

    /** With the fields that every object has. */
    static ObjectNode typed(ObjectNode schema) {
        ObjectNode typed = JsonNodeFactory.instance.objectNode();
        typed.setAll(schema);
        typed.put("type", "object");
        ObjectNode properties = typed.putObject("properties");
        properties.putObject("apiVersion").put("type", "string");
        properties.putObject("kind").put("type", "string");
        properties.putObject("metadata").put("$ref", OBJECT_META);
        schema.path("properties")
                .properties()
                .forEach(each -> properties.putIfAbsent(each.getKey(), each.getValue()));
        return typed;
    }
}
