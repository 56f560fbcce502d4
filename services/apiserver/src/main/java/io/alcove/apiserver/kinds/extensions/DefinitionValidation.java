package io.alcove.apiserver.kinds.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Definitions of custom resources. */
public final class DefinitionValidation implements Validation {

    private static final int MAX_SELECTABLE = 8;

    @Override
    public void check(Inspection definition) {
        JsonNode spec = definition.node().path("spec");
        String wanted =
                spec.path("names").path("plural").asText("") + "." + spec.path("group").asText("");
        String name = definition.node().path("metadata").path("name").asText("");
        if (!name.equals(wanted)) {
            definition
                    .causes()
                    .add(
                            StatusCause.invalid(
                                    "metadata.name",
                                    name,
                                    "must be spec.names.plural+\".\"+spec.group"));
        }
        checkAll(definition, SchemaOptions.NEW);
        ApprovalRules.check(ApiObject.of((ObjectNode) definition.node()), definition.causes());
    }

    @Override
    public void checkUpdate(Inspection definition, ApiObject old) {
        SchemaOptions options = optionsAfter(definition.node().path("spec"), old);
        checkAll(definition, options);
        if (options.immutableNames()) {
            immutable(definition.at("spec", "scope"), old);
            immutable(definition.at("spec", "names", "kind"), old);
        }
        immutable(definition.at("spec", "group"), old);
        immutable(definition.at("spec", "names", "plural"), old);
        ApprovalRules.checkUpdate(
                ApiObject.of((ObjectNode) definition.node()), old, definition.causes());
    }

    @Override
    public void checkStatus(Inspection definition, ApiObject old) {
        checkStatus(definition);
    }

    private static void checkAll(Inspection definition, SchemaOptions options) {
        new DefinitionSpec(definition.field("spec"), options).check();
        checkStatus(definition);
        checkStoredVersions(definition);
        if (definition.node().path("spec").path("preserveUnknownFields").asBoolean()) {
            definition
                    .causes()
                    .add(
                            StatusCause.invalid(
                                    "spec.preserveUnknownFields",
                                    true,
                                    "cannot set to true, set"
                                            + " x-kubernetes-preserve-unknown-fields to true in"
                                            + " spec.versions[*].schema instead"));
        }
    }

    private static void checkStatus(Inspection definition) {
        DefinitionNames.check(
                definition.node().path("status").path("acceptedNames"),
                "status.acceptedNames",
                definition.causes());
    }

    private static void checkStoredVersions(Inspection definition) {
        JsonNode stored = definition.node().path("status").path("storedVersions");
        String path = "status.storedVersions";
        List<StatusCause> causes = definition.causes();
        if (stored.isEmpty()) {
            causes.add(StatusCause.invalid(path, stored, "must have at least one stored version"));
            return;
        }
        Set<String> known = new HashSet<>();
        Set<String> held = new HashSet<>();
        stored.forEach(each -> held.add(each.asText()));
        for (JsonNode version : definition.node().path("spec").path("versions")) {
            String name = version.path("name").asText();
            known.add(name);
            boolean missing = !held.remove(name);
            if (version.path("storage").asBoolean() && missing) {
                causes.add(
                        StatusCause.invalid(path, stored, "must have the storage version " + name));
            }
        }
        for (int i = 0; i < stored.size(); i++) {
            String name = stored.get(i).asText();
            if (!known.contains(name)) {
                causes.add(
                        StatusCause.invalid(
                                path + "[" + i + "]",
                                name,
                                ("missing from spec.versions; %1$s was previously a storage"
                                                + " version, and must remain in spec.versions until"
                                                + " a storage migration ensures no data remains"
                                                + " persisted in %1$s and removes %1$s from"
                                                + " status.storedVersions")
                                        .formatted(name)));
            }
        }
    }

    private static void immutable(Inspection field, ApiObject old) {
        String[] path = field.path().split("\\.");
        if (!JsonValues.equal(field.node(), old.at(path))) {
            field.causes()
                    .add(StatusCause.invalid(field.path(), field.node(), Inspection.IMMUTABLE));
        }
    }

    /** What an older definition has is not held against the newer one. */
    private static SchemaOptions optionsAfter(JsonNode spec, ApiObject old) {
        List<ObjectNode> schemas = new ArrayList<>();
        boolean complete = true;
        for (JsonNode version : old.at("spec", "versions")) {
            ObjectNode schema = DefinitionSpec.schemaOf(version);
            complete &= schema != null;
            if (schema != null) {
                schemas.add(schema);
            }
        }
        boolean established =
                old.elements("status", "conditions").stream()
                        .anyMatch(
                                condition ->
                                        condition.path("type").asText().equals("Established")
                                                && condition
                                                        .path("status")
                                                        .asText()
                                                        .equals("True"));
        JsonNode webhook = old.at("spec", "conversion", "webhook");
        JsonNode reviews = webhook.path("conversionReviewVersions");
        String bundle = webhook.path("clientConfig").path("caBundle").asText("");
        return new SchemaOptions(
                schemas.stream().noneMatch(SchemaWalk::hasInvalidTypes),
                true,
                schemas.stream().noneMatch(DefinitionValidation::hasUnprunedDefaults),
                none(schemas, schema -> fails(schema, DefinitionValidation::checkSet)),
                none(
                        schemas,
                        schema ->
                                fails(
                                        schema,
                                        (each, causes) ->
                                                SchemaRules.checkKeyed(each, "", causes))),
                complete,
                established,
                reviews.isEmpty() || ConversionRules.hasKnownVersion(reviews),
                !established || (!bundle.isEmpty() && !ConversionRules.isValidBundle(bundle)),
                unchanged(spec, old, "selectableFields", field -> field.size() > MAX_SELECTABLE),
                unchanged(spec, old, "schema", _ -> true));
    }

    private interface Rule {
        void check(ObjectNode schema, List<StatusCause> causes);
    }

    private static boolean none(List<ObjectNode> schemas, Predicate<ObjectNode> found) {
        return schemas.stream().noneMatch(schema -> SchemaWalk.has(schema, found));
    }

    private static boolean fails(ObjectNode schema, Rule rule) {
        List<StatusCause> causes = new ArrayList<>();
        rule.check(schema, causes);
        return !causes.isEmpty();
    }

    private static void checkSet(ObjectNode schema, List<StatusCause> causes) {
        if (schema.path("x-kubernetes-list-type").asText("").equals("set")) {
            SchemaRules.checkSet(schema.path("items"), "", causes);
        }
    }

    private static boolean hasUnprunedDefaults(ObjectNode schema) {
        return SchemaWalk.hasDefaults(schema)
                && SchemaWalk.isConvertible(schema)
                && DefaultRules.check(schema, "", true).stream()
                        .anyMatch(
                                cause -> cause.message().endsWith("must not have unknown fields"));
    }

    private static Set<String> unchanged(
            JsonNode spec, ApiObject old, String field, Predicate<JsonNode> wanted) {
        Set<String> names = new HashSet<>();
        for (JsonNode version : spec.path("versions")) {
            for (JsonNode before : old.at("spec", "versions")) {
                if (before.path("name").equals(version.path("name"))
                        && wanted.test(before.path(field))
                        && JsonValues.equal(before.path(field), version.path(field))) {
                    names.add(version.path("name").asText());
                }
            }
        }
        return names;
    }
}
