package io.alcove.apimachinery.schema;

import java.util.EnumSet;
import java.util.Set;

/** x-kubernetes-patch-strategy: what a strategic merge patch does with a property. */
public enum PatchStrategy {
    MERGE,
    REPLACE,
    RETAIN_KEYS;

    static Set<PatchStrategy> parse(String text) {
        Set<PatchStrategy> strategies = EnumSet.noneOf(PatchStrategy.class);
        for (String word : text.split(",", -1)) {
            switch (word) {
                case "merge" -> strategies.add(MERGE);
                case "replace" -> strategies.add(REPLACE);
                case "retainKeys" -> strategies.add(RETAIN_KEYS);
                default -> {}
            }
        }
        return strategies;
    }
}
