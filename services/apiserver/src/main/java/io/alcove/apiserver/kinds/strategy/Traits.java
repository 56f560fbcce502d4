package io.alcove.apiserver.kinds.strategy;

import io.alcove.apiserver.kinds.validation.Validation;
import io.alcove.apiserver.kinds.warning.Warnings;
import io.alcove.apiserver.registry.GarbageCollection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What a kind has of the features that several kinds have.
 *
 * @param name checks metadata.name and gives upstream's texts for what is wrong
 * @param generations whether metadata.generation is kept
 * @param createdByUpdate whether PUT to a free name creates
 * @param unconditionalUpdate whether an update may come without resourceVersion
 * @param fields what field selectors beside those of metadata ask for
 * @param validation the rules of the kind
 * @param returnedByDelete whether a delete is answered with the object
 * @param warnings what writers are told of
 */
public record Traits(
        Function<String, List<String>> name,
        boolean generations,
        boolean createdByUpdate,
        boolean unconditionalUpdate,
        GarbageCollection garbageCollection,
        Map<String, SelectableField> fields,
        Validation validation,
        boolean returnedByDelete,
        Warnings warnings) {

    Traits withName(Function<String, List<String>> other) {
        return new Traits(
                other,
                generations,
                createdByUpdate,
                unconditionalUpdate,
                garbageCollection,
                fields,
                validation,
                returnedByDelete,
                warnings);
    }

    Traits countingGenerations() {
        return new Traits(
                name,
                true,
                createdByUpdate,
                unconditionalUpdate,
                garbageCollection,
                fields,
                validation,
                returnedByDelete,
                warnings);
    }

    Traits creatingByUpdate() {
        return new Traits(
                name,
                generations,
                true,
                unconditionalUpdate,
                garbageCollection,
                fields,
                validation,
                returnedByDelete,
                warnings);
    }

    Traits onlyConditionalUpdate() {
        return new Traits(
                name,
                generations,
                createdByUpdate,
                false,
                garbageCollection,
                fields,
                validation,
                returnedByDelete,
                warnings);
    }

    Traits collecting(GarbageCollection other) {
        return new Traits(
                name,
                generations,
                createdByUpdate,
                unconditionalUpdate,
                other,
                fields,
                validation,
                returnedByDelete,
                warnings);
    }

    Traits selecting(Map<String, SelectableField> byField) {
        return new Traits(
                name,
                generations,
                createdByUpdate,
                unconditionalUpdate,
                garbageCollection,
                byField,
                validation,
                returnedByDelete,
                warnings);
    }

    Traits validatedBy(Validation rules) {
        return new Traits(
                name,
                generations,
                createdByUpdate,
                unconditionalUpdate,
                garbageCollection,
                fields,
                rules,
                returnedByDelete,
                warnings);
    }

    Traits warningOf(Warnings other) {
        return new Traits(
                name,
                generations,
                createdByUpdate,
                unconditionalUpdate,
                garbageCollection,
                fields,
                validation,
                returnedByDelete,
                other);
    }

    Traits returningDeleted() {
        return new Traits(
                name,
                generations,
                createdByUpdate,
                unconditionalUpdate,
                garbageCollection,
                fields,
                validation,
                true,
                warnings);
    }
}
