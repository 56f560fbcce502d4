package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.alcove.apimachinery.catalog.ColumnDefinition;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The cells of a custom resource: the name, and what its columns' paths find. */
final class CustomColumns implements Printer {

    private record Column(String type, Optional<JsonPath> path) {}

    private final List<Column> columns = new ArrayList<>();

    CustomColumns(ResourceType type) {
        List<ColumnDefinition> definitions = type.columns();
        for (ColumnDefinition column : definitions.subList(1, definitions.size())) {
            columns.add(new Column(column.type(), JsonPath.parse(column.jsonPath())));
        }
    }

    @Override
    public void print(Cells row) {
        row.name();
        for (Column column : columns) {
            List<JsonNode> found =
                    column.path().map(path -> path.find(row.object().node())).orElse(List.of());
            row.value(found.isEmpty() ? NullNode.instance : cell(column, found.getFirst(), row));
        }
    }

    private static JsonNode cell(Column column, JsonNode value, Cells row) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        boolean fits =
                switch (column.type()) {
                    case "string" -> true;
                    case "integer", "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "date" -> value.isTextual();
                    default -> false;
                };
        if (!fits) {
            return NullNode.instance;
        }
        return switch (column.type()) {
            case "string" -> nodes.textNode(text(value));
            case "integer" -> nodes.numberNode(value.longValue());
            case "date" -> nodes.textNode(row.since(value.textValue()));
            default -> value;
        };
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return "null";
        }
        return value.isContainerNode() ? value.toString() : value.asText();
    }
}
