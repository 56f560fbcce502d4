package io.alcove.apiserver.kinds.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.cel.KubernetesEnvironments;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a definition's spec. Upstream reports what all versions have in common as if it
 * stood beside them.
 */
final class DefinitionSpec {

    private static final List<String> SCOPES = List.of("Cluster", "Namespaced");

    /** What may be said of an object as a whole whose status is written by itself. */
    private static final Set<String> ROOT_FIELDS =
            Set.of(
                    "description",
                    "type",
                    "format",
                    "title",
                    "maximum",
                    "exclusiveMaximum",
                    "minimum",
                    "exclusiveMinimum",
                    "maxLength",
                    "minLength",
                    "pattern",
                    "maxItems",
                    "minItems",
                    "uniqueItems",
                    "multipleOf",
                    "required",
                    "items",
                    "properties",
                    "externalDocs",
                    "example",
                    "x-kubernetes-preserve-unknown-fields",
                    "x-kubernetes-validations");

    private static final String ROOT_FIELD_NAMES =
            "[Description Type Format Title Maximum ExclusiveMaximum Minimum ExclusiveMinimum"
                    + " MaxLength MinLength Pattern MaxItems MinItems UniqueItems MultipleOf"
                    + " Required Items Properties ExternalDocs Example XPreserveUnknownFields"
                    + " XValidations]";

    /** Whose expressions are taken; those of later versions are not there yet. */
    private static final String VERSION = "1.36";

    private final Inspection spec;
    private final SchemaOptions options;
    private final List<StatusCause> causes;
    private final JsonNode versions;

    DefinitionSpec(Inspection spec, SchemaOptions options) {
        this.spec = spec;
        this.options = options;
        this.causes = spec.causes();
        this.versions = spec.node().path("versions");
    }

    void check() {
        checkGroup(spec.node().path("group").asText(""));
        checkScope(spec.node().path("scope").asText(""));
        if (options.schemaRequired()) {
            for (int i = 0; i < versions.size(); i++) {
                if (schemaOf(versions.get(i)) == null) {
                    causes.add(
                            StatusCause.required(
                                    "spec.versions[" + i + "].schema.openAPIV3Schema", ""));
                }
            }
        }
        checkVersions();
        checkFirstVersion();
        JsonNode names = spec.node().path("names");
        DefinitionNames.require(names, "spec.names", causes);
        DefinitionNames.check(names, "spec.names", causes);
        checkShared();
        ConversionRules.check(spec.field("conversion"), options);
    }

    private void checkGroup(String group) {
        if (group.isEmpty()) {
            causes.add(StatusCause.required("spec.group", ""));
            return;
        }
        List<String> problems = Names.dns1123Subdomain(group);
        if (!problems.isEmpty()) {
            causes.add(StatusCause.invalid("spec.group", group, String.join(",", problems)));
        } else if (!group.contains(".")) {
            causes.add(
                    StatusCause.invalid(
                            "spec.group", group, "should be a domain with at least one dot"));
        }
    }

    private void checkScope(String scope) {
        if (scope.isEmpty()) {
            causes.add(StatusCause.required("spec.scope", ""));
        } else if (!SCOPES.contains(scope)) {
            causes.add(StatusCause.notSupported("spec.scope", scope, SCOPES));
        }
    }

    private void checkVersions() {
        Set<String> names = new HashSet<>();
        int storing = 0;
        for (int i = 0; i < versions.size(); i++) {
            JsonNode version = versions.get(i);
            String path = "spec.versions[" + i + "]";
            String name = version.path("name").asText("");
            names.add(name);
            storing += version.path("storage").asBoolean() ? 1 : 0;
            List<String> problems = Names.dns1035Label(name);
            if (!problems.isEmpty()) {
                causes.add(StatusCause.invalid(path + ".name", name, String.join(",", problems)));
            }
            checkVersion(version, path);
        }
        if (names.size() < versions.size()) {
            invalidVersions("must contain unique version names");
        }
        if (storing != 1) {
            invalidVersions("must have exactly one version marked as storage version");
        }
    }

    /** Upstream looks at the first version's name once more where definitions once had it. */
    private void checkFirstVersion() {
        String name = versions.path(0).path("name").asText("");
        List<String> problems = Names.dns1035Label(name);
        if (!name.isEmpty() && !problems.isEmpty()) {
            causes.add(StatusCause.invalid("spec.version", name, String.join(",", problems)));
        }
    }

    private void invalidVersions(String why) {
        causes.add(
                StatusCause.invalid(
                        "spec.versions", InternalText.versions(versions, this::isShared), why));
    }

    private void checkVersion(JsonNode version, String path) {
        VersionRules.checkWarning(version, path, causes);
        ObjectNode schema = schemaOf(version);
        boolean status = version.path("subresources").has("status");
        if (!isShared("schema")) {
            checkSchema(schema, status, path + ".schema", version.path("name").asText(""));
        }
        if (!isShared("subresources")) {
            VersionRules.checkSubresources(
                    version.path("subresources"), path + ".subresources", causes);
        }
        if (!isShared("additionalPrinterColumns")) {
            VersionRules.checkColumns(
                    version.path("additionalPrinterColumns"),
                    path + ".additionalPrinterColumns",
                    causes);
        }
        JsonNode selectable = version.path("selectableFields");
        if (!isShared("selectableFields") && !selectable.isEmpty()) {
            checkSelectable(
                    selectable, schema, path + ".selectableFields", version.path("name").asText());
        }
    }

    /** What each version has in the same way. */
    private void checkShared() {
        JsonNode first = versions.path(0);
        if (isShared("schema")) {
            boolean status =
                    versions.valueStream()
                            .anyMatch(version -> version.path("subresources").has("status"));
            checkSchema(schemaOf(first), status, "spec.validation", first.path("name").asText(""));
        }
        if (isShared("subresources")) {
            VersionRules.checkSubresources(first.path("subresources"), "spec.subresources", causes);
        }
        if (isShared("additionalPrinterColumns")) {
            VersionRules.checkColumns(
                    first.path("additionalPrinterColumns"),
                    "spec.additionalPrinterColumns",
                    causes);
        }
        JsonNode selectable = first.path("selectableFields");
        if (isShared("selectableFields") && !selectable.isEmpty()) {
            checkSelectable(selectable, schemaOf(first), "spec.selectableFields", "");
        }
    }

    private boolean isShared(String field) {
        JsonNode first = versions.path(0).path(field);
        return !first.isMissingNode()
                && versions.valueStream()
                        .allMatch(version -> JsonValues.equal(version.path(field), first));
    }

    private void checkSelectable(
            JsonNode fields, @Nullable ObjectNode schema, String path, String version) {
        if (schema == null) {
            causes.add(
                    StatusCause.invalid(
                            path,
                            "",
                            "may only be set when `version.schema.openAPIV3Schema` is not"
                                    + " included"));
            return;
        }
        boolean many = options.manySelectableFields().contains(version);
        VersionRules.checkSelectable(fields, schema, path, many, causes);
    }

    private void checkSchema(
            @Nullable ObjectNode schema, boolean status, String path, String version) {
        if (schema == null) {
            return;
        }
        String at = path + ".openAPIV3Schema";
        List<StatusCause> found = new ArrayList<>();
        if (status) {
            checkRoot(schema, at, found);
        }
        if (schema.path("nullable").asBoolean()) {
            found.add(
                    StatusCause.forbidden(at + ".nullable", "nullable cannot be true at the root"));
        }
        if (SchemaWalk.isConvertible(schema)) {
            List<StatusCause> problems = StructuralRules.check(schema, at);
            found.addAll(
                    problems.isEmpty()
                            ? DefaultRules.check(schema, at, options.prunedDefaults())
                            : problems);
        }
        boolean structural = found.isEmpty() && SchemaWalk.isConvertible(schema);
        List<StatusCause> shape = SchemaRules.check(schema, at, options);
        found.addAll(shape);
        if (structural && shape.isEmpty()) {
            found.addAll(
                    ExpressionRules.check(
                            schema,
                            at,
                            KubernetesEnvironments.forNew(VERSION),
                            options.unchangedVersions().contains(version)));
        }
        causes.addAll(found);
    }

    private static void checkRoot(ObjectNode schema, String path, List<StatusCause> found) {
        String type = schema.path("type").asText("");
        if (!type.isEmpty() && !type.equals("object")) {
            found.add(
                    StatusCause.invalid(
                            path + ".type",
                            type,
                            "only \"object\" is allowed as the type at the root of the schema if"
                                    + " the status subresource is enabled"));
        } else if (schema.propertyStream().anyMatch(each -> !ROOT_FIELDS.contains(each.getKey()))) {
            found.add(
                    StatusCause.invalid(
                            path,
                            InternalText.schema(schema),
                            "only "
                                    + ROOT_FIELD_NAMES
                                    + " fields are allowed at the root of the schema if the status"
                                    + " subresource is enabled"));
        }
    }

    static @Nullable ObjectNode schemaOf(JsonNode version) {
        return version.path("schema").path("openAPIV3Schema") instanceof ObjectNode schema
                ? schema
                : null;
    }
}
