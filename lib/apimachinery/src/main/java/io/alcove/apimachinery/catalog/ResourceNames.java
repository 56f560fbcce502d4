package io.alcove.apimachinery.catalog;

import java.util.List;

/**
 * The words by which people call a resource, beside its plural.
 *
 * @param listKind the kind of its lists; empty where that is the kind with "List" behind it
 */
public record ResourceNames(
        String singular, List<String> shortNames, List<String> categories, String listKind) {

    public ResourceNames {
        shortNames = List.copyOf(shortNames);
        categories = List.copyOf(categories);
    }

    public ResourceNames(String singular, List<String> shortNames, List<String> categories) {
        this(singular, shortNames, categories, "");
    }
}
