package io.alcove.apimachinery.catalog;

import java.util.List;
import java.util.Optional;

/**
 * What only custom resources have.
 *
 * @param deprecation the warning that each request of the version gets
 * @param selectableFields paths of fields that field selectors may name, such as ".spec.color"
 */
public record CustomTraits(Optional<String> deprecation, List<String> selectableFields) {

    public CustomTraits {
        selectableFields = List.copyOf(selectableFields);
    }
}
