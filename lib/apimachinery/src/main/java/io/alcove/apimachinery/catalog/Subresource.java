package io.alcove.apimachinery.catalog;

import io.alcove.apimachinery.object.GroupVersionKind;
import java.util.List;

/**
 * A part of an object that is served by itself.
 *
 * @param name "status", "scale", "log", ...
 * @param kind what its requests and answers hold, which may be of another group
 */
public record Subresource(String name, GroupVersionKind kind, List<String> verbs) {

    public Subresource {
        verbs = List.copyOf(verbs);
    }
}
