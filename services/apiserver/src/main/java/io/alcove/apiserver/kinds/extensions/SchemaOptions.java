package io.alcove.apiserver.kinds.extensions;

import java.util.Set;

/**
 * How strictly schemas are looked at: what an older definition had, a newer one may keep.
 *
 * @param unchangedVersions those whose schema stays as it is
 */
record SchemaOptions(
        boolean validTypes,
        boolean structural,
        boolean prunedDefaults,
        boolean atomicSets,
        boolean listKeys,
        boolean schemaRequired,
        boolean immutableNames,
        boolean knownReviewVersion,
        boolean invalidCaBundle,
        Set<String> manySelectableFields,
        Set<String> unchangedVersions) {

    static final SchemaOptions NEW =
            new SchemaOptions(
                    true, true, true, true, true, true, false, true, true, Set.of(), Set.of());
}
