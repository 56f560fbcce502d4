package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.ColumnDefinition;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.object.ApiObject;
import java.time.Instant;
import java.util.List;

/**
 * Table of meta.k8s.io/v1: objects as rows of what people want to see of them, in the columns and
 * words of kube-apiserver. Column definitions carry no descriptions.
 */
public final class Tables {

    private static final List<ColumnDefinition> CUSTOM_COLUMNS =
            List.of(
                    new ColumnDefinition("Name", "string", "name", 0),
                    new ColumnDefinition("Age", "date", "", 0));

    private Tables() {}

    /**
     * The table of a list, or of one object.
     *
     * @param metadata of the list, or only the resourceVersion of the one object
     */
    public static ObjectNode render(
            ResourceType type,
            List<ApiObject> objects,
            IncludeObject include,
            ObjectNode metadata,
            Instant now) {
        return table(type, objects, include, metadata, now, true);
    }

    /**
     * The table that stands in a watch's event for one object. Upstream sends the columns in the
     * first event of a watch only.
     */
    public static ObjectNode event(
            ResourceType type,
            ApiObject object,
            IncludeObject include,
            boolean first,
            Instant now) {
        ObjectNode metadata =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("resourceVersion", object.resourceVersion());
        return table(type, List.of(object), include, metadata, now, first);
    }

    private static ObjectNode table(
            ResourceType type,
            List<ApiObject> objects,
            IncludeObject include,
            ObjectNode metadata,
            Instant now,
            boolean withColumns) {
        List<ColumnDefinition> columns = type.columns().isEmpty() ? CUSTOM_COLUMNS : type.columns();
        ObjectNode table = of(columns, Printers.of(type), objects, include, metadata, now);
        if (!withColumns) {
            table.putNull("columnDefinitions");
        }
        if (objects.isEmpty() && !Printers.isKnown(type)) {
            table.putNull("rows"); // as upstream's general printer leaves it
        }
        return table;
    }

    static ObjectNode of(
            List<ColumnDefinition> columns,
            Printer printer,
            List<ApiObject> objects,
            IncludeObject include,
            ObjectNode metadata,
            Instant now) {
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        table.put("kind", "Table").put("apiVersion", "meta.k8s.io/v1");
        table.set("metadata", metadata);
        putColumns(table.putArray("columnDefinitions"), columns);
        ArrayNode rows = table.putArray("rows");
        for (ApiObject object : objects) {
            addRow(rows.addObject(), printer, object, include, now);
        }
        return table;
    }

    private static void putColumns(ArrayNode definitions, List<ColumnDefinition> columns) {
        for (ColumnDefinition column : columns) {
            definitions
                    .addObject()
                    .put("name", column.name())
                    .put("type", column.type())
                    .put("format", column.format())
                    .put("description", description(column))
                    .put("priority", column.priority());
        }
    }

    private static String description(ColumnDefinition column) {
        return column.description().isEmpty() && !column.jsonPath().isEmpty()
                ? "Custom resource definition column (in JSONPath format): " + column.jsonPath()
                : column.description();
    }

    private static void addRow(
            ObjectNode row, Printer printer, ApiObject object, IncludeObject include, Instant now) {
        Cells cells = new Cells(object, now);
        printer.print(cells);
        row.set("cells", cells.toJson());
        PodCells.conditions(object).ifPresent(conditions -> row.set("conditions", conditions));
        switch (include) {
            case NONE -> row.putNull("object");
            case METADATA -> row.set("object", PartialObject.of(object));
            case OBJECT -> row.set("object", object.node());
        }
    }
}
