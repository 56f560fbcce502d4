package io.alcove.apimachinery.apply;

/**
 * Who writes, through which endpoint.
 *
 * @param manager the request's fieldManager; empty counts as "unknown"
 * @param subresource "" or "status", "scale", ...
 * @param filter what counts of the write, by the endpoint's strategy
 */
public record Writer(String manager, String subresource, FieldFilter filter) {

    public Writer {
        manager = manager.isEmpty() ? "unknown" : manager;
    }
}
