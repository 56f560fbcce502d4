package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.apply.Versions;
import io.alcove.apimachinery.catalog.CustomTraits;
import io.alcove.apimachinery.catalog.ResourceNames;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.catalog.Subresource;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A definition with the kinds that it makes, one for each version; replaced when it changes. */
final class ServedDefinition {

    private static final List<String> VERBS =
            List.of(
                    "delete",
                    "deletecollection",
                    "get",
                    "list",
                    "patch",
                    "create",
                    "update",
                    "watch");
    private static final List<String> TERMINATING_VERBS =
            List.of("delete", "deletecollection", "get", "list", "patch", "update", "watch");
    private static final List<String> SUBRESOURCE_VERBS = List.of("get", "patch", "update");
    private static final GroupVersionKind SCALE =
            new GroupVersionKind("autoscaling", "v1", "Scale");

    private final Definition definition;
    private final Freshness freshness;
    private final VersionConverter converter;
    private final Map<String, CustomVersion> versions = new LinkedHashMap<>();
    private final List<ResourceType> types = new ArrayList<>();

    ServedDefinition(Definition definition, CustomResourceParts parts, Freshness freshness) {
        this.definition = definition;
        this.freshness = freshness;
        this.converter = parts.converters().of(definition);
        for (DefinitionVersion version : definition.versions()) {
            if (version.served() || version.storage()) {
                CustomVersion custom = new CustomVersion(this, version, parts, freshness);
                versions.put(version.name(), custom);
                if (version.served()) {
                    types.add(type(version, custom));
                }
            }
        }
    }

    Definition definition() {
        return definition;
    }

    Freshness freshness() {
        return freshness;
    }

    VersionConverter converter() {
        return converter;
    }

    /** One of each served version. */
    List<ResourceType> types() {
        return types;
    }

    Optional<CustomVersion> version(String name) {
        return Optional.ofNullable(versions.get(name));
    }

    CustomVersion storageVersion() {
        return versions.values().stream()
                .filter(CustomVersion::isStorage)
                .findFirst()
                .orElseThrow();
    }

    boolean isTerminating() {
        return definition.is(Definition.TERMINATING);
    }

    GroupVersionKind kind(String version) {
        return new GroupVersionKind(definition.group(), version, definition.names().kind());
    }

    /** An object in a version, as it is in another one; the given one is left as it is. */
    ApiObject convert(ApiObject object, String apiVersion) {
        ApiObject copy = object.copy();
        return copy.apiVersion().equals(apiVersion)
                ? copy
                : converter.convert(List.of(copy), apiVersion).getFirst();
    }

    Versions applyVersions() {
        return new Versions() {
            @Override
            public Optional<Schema> schema(String apiVersion) {
                GroupVersionKind kind = GroupVersionKind.of(apiVersion, definition.names().kind());
                return kind.group().equals(definition.group())
                        ? version(kind.version()).map(version -> version.schema().typed())
                        : Optional.empty();
            }

            @Override
            public ObjectNode convert(ObjectNode object, String apiVersion) {
                return ServedDefinition.this.convert(ApiObject.of(object), apiVersion).node();
            }
        };
    }

    private ResourceType type(DefinitionVersion version, CustomVersion custom) {
        NameSet names = definition.names();
        GroupVersionResource resource =
                new GroupVersionResource(definition.group(), version.name(), names.plural());
        return new ResourceType(
                resource,
                kind(version.name()),
                new ResourceNames(
                        names.singular(), names.shortNames(), names.categories(), names.listKind()),
                definition.namespaced(),
                isTerminating() ? TERMINATING_VERBS : VERBS,
                subresources(version),
                version.columns(),
                new GroupVersionResource(
                        definition.group(),
                        definition.storageVersion().map(DefinitionVersion::name).orElse(""),
                        names.plural()),
                () -> custom.schema().typed(),
                Optional.of(new CustomTraits(version.deprecation(), version.selectableFields())));
    }

    private List<Subresource> subresources(DefinitionVersion version) {
        List<Subresource> subresources = new ArrayList<>();
        if (version.hasStatus()) {
            subresources.add(new Subresource("status", kind(version.name()), SUBRESOURCE_VERBS));
        }
        if (version.scale().isPresent()) {
            subresources.add(new Subresource("scale", SCALE, SUBRESOURCE_VERBS));
        }
        return subresources;
    }
}
