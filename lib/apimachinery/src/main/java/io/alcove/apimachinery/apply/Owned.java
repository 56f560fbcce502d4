package io.alcove.apimachinery.apply;

/**
 * What one manager owns.
 *
 * @param time RFC 3339 in seconds; empty where the entry has none
 */
record Owned(String apiVersion, FieldSet fields, String time) {

    Owned withFields(FieldSet fields) {
        return new Owned(apiVersion, fields, time);
    }

    Owned withTime(String time) {
        return new Owned(apiVersion, fields, time);
    }
}
