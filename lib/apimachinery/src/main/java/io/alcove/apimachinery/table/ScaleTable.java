package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.ColumnDefinition;
import io.alcove.apimachinery.object.ApiObject;
import java.time.Instant;
import java.util.List;

/** The table of the autoscaling/v1 Scale of a workload, which is a subresource of many kinds. */
public final class ScaleTable {

    private static final List<ColumnDefinition> COLUMNS =
            List.of(
                    new ColumnDefinition("Name", "string", "", 0),
                    new ColumnDefinition("Desired", "integer", "", 0),
                    new ColumnDefinition("Available", "integer", "", 0),
                    new ColumnDefinition("Age", "string", "", 0));

    private ScaleTable() {}

    public static ObjectNode render(
            List<ApiObject> scales, IncludeObject include, ObjectNode metadata, Instant now) {
        return Tables.of(COLUMNS, ScaleTable::print, scales, include, metadata, now);
    }

    private static void print(Cells row) {
        row.name().number("spec", "replicas").number("status", "replicas").age();
    }
}
