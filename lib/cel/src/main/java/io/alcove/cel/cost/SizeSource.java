package io.alcove.cel.cost;

import java.util.List;
import java.util.Optional;

/** Knows how large values may be that come from outside. */
@FunctionalInterface
public interface SizeSource {

    SizeSource NONE = path -> Optional.empty();

    /**
     * @param path a variable and the way from it: names of fields, "@items", "@keys", "@values";
     *     empty where the value is no part of a variable
     */
    Optional<Range> size(List<String> path);
}
