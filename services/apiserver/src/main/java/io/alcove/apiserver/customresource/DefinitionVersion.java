package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.catalog.ColumnDefinition;
import io.alcove.apimachinery.catalog.VersionOrder;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.registry.ScalePaths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A version of a definition. */
record DefinitionVersion(
        String name,
        boolean served,
        boolean storage,
        Optional<String> deprecation,
        boolean hasStatus,
        Optional<ScalePaths> scale,
        List<ColumnDefinition> columns,
        List<String> selectableFields) {

    private static final List<ColumnDefinition> DEFAULT_COLUMNS =
            List.of(new ColumnDefinition("Age", "date", "", "", 0, ".metadata.creationTimestamp"));

    static List<DefinitionVersion> readAll(ApiObject definition) {
        List<DefinitionVersion> versions = new ArrayList<>();
        for (JsonNode version : definition.at("spec", "versions")) {
            versions.add(read(definition, version));
        }
        return List.copyOf(versions);
    }

    private static DefinitionVersion read(ApiObject definition, JsonNode version) {
        return new DefinitionVersion(
                version.path("name").asText(),
                version.path("served").asBoolean(),
                version.path("storage").asBoolean(),
                deprecation(definition, version),
                version.path("subresources").has("status"),
                scale(version.path("subresources").path("scale")),
                columns(version.path("additionalPrinterColumns")),
                version.path("selectableFields")
                        .valueStream()
                        .map(field -> field.path("jsonPath").asText())
                        .toList());
    }

    private static Optional<ScalePaths> scale(JsonNode scale) {
        return scale.isObject()
                ? Optional.of(
                        new ScalePaths(
                                path(scale.path("specReplicasPath").asText()),
                                path(scale.path("statusReplicasPath").asText()),
                                path(scale.path("labelSelectorPath").asText(""))))
                : Optional.empty();
    }

    /** The fields of a path like ".spec.replicas". */
    static List<String> path(String text) {
        String fields = text.startsWith(".") ? text.substring(1) : text;
        return fields.isEmpty() ? List.of() : Arrays.asList(fields.split("\\.", -1));
    }

    private static List<ColumnDefinition> columns(JsonNode columns) {
        List<ColumnDefinition> read = new ArrayList<>();
        read.add(new ColumnDefinition("Name", "string", "name", 0));
        for (JsonNode column : columns) {
            read.add(
                    new ColumnDefinition(
                            column.path("name").asText(),
                            column.path("type").asText(),
                            column.path("format").asText(""),
                            column.path("description").asText(""),
                            column.path("priority").asInt(),
                            column.path("jsonPath").asText()));
        }
        if (columns.isEmpty()) {
            read.addAll(DEFAULT_COLUMNS);
        }
        return read;
    }

    private static Optional<String> deprecation(ApiObject definition, JsonNode version) {
        if (!version.path("deprecated").asBoolean()) {
            return Optional.empty();
        }
        JsonNode given = version.path("deprecationWarning");
        return Optional.of(given.isTextual() ? given.textValue() : warning(definition, version));
    }

    private static String warning(ApiObject definition, JsonNode version) {
        String name = version.path("name").asText();
        String group = definition.text("spec", "group");
        String kind = definition.text("spec", "names", "kind");
        String warning = "%s/%s %s is deprecated".formatted(group, name, kind);
        return definition.elements("spec", "versions").stream()
                .filter(v -> v.path("served").asBoolean() && !v.path("deprecated").asBoolean())
                .map(v -> v.path("name").asText())
                .filter(other -> VersionOrder.NEWEST_FIRST.compare(other, name) < 0)
                .min(VersionOrder.NEWEST_FIRST)
                .map(newer -> "%s; use %s/%s %s".formatted(warning, group, newer, kind))
                .orElse(warning);
    }
}
