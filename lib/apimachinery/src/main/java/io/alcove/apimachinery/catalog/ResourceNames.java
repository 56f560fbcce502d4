package io.alcove.apimachinery.catalog;

import java.util.List;

/** The words by which people call a resource, beside its plural. */
public record ResourceNames(String singular, List<String> shortNames, List<String> categories) {

    public ResourceNames {
        shortNames = List.copyOf(shortNames);
        categories = List.copyOf(categories);
    }
}
