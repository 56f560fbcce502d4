package io.alcove.apimachinery.catalog;

/**
 * A column of a resource's table.
 *
 * @param type "string", "integer", "date", ...
 * @param format "name" for the column that names the object, else mostly empty
 * @param priority 0 is always shown, higher ones when more is asked for
 */
public record ColumnDefinition(String name, String type, String format, int priority) {}
