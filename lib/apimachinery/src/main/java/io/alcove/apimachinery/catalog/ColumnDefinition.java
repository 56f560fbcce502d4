package io.alcove.apimachinery.catalog;

/**
 * A column of a resource's table.
 *
 * @param type "string", "integer", "date", ...
 * @param format "name" for the column that names the object, else mostly empty
 * @param priority 0 is always shown, higher ones when more is asked for
 * @param jsonPath where a custom resource's object has the value; empty for built-in ones
 */
public record ColumnDefinition(
        String name,
        String type,
        String format,
        String description,
        int priority,
        String jsonPath) {

    public ColumnDefinition(String name, String type, String format, int priority) {
        this(name, type, format, "", priority, "");
    }
}
