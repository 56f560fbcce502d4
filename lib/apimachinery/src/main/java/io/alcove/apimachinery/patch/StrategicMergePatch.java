package io.alcove.apimachinery.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.status.StatusException;

/**
 * A strategic merge patch: a merge patch in which lists merge by the keys that the schema names,
 * and directives ({@code $patch}, {@code $retainKeys}, {@code $setElementOrder}, {@code
 * $deleteFromPrimitiveList}) say more.
 */
public final class StrategicMergePatch {

    private StrategicMergePatch() {}

    /**
     * The patched object; neither argument is changed.
     *
     * @param schema of a built-in kind; custom resources have no strategic merge patch
     * @throws StatusException where the patch's directives or lists are malformed, with upstream's
     *     text and code
     */
    public static ObjectNode apply(ObjectNode original, ObjectNode patch, Schema schema) {
        return StrategicMaps.merge(original.deepCopy(), patch.deepCopy(), schema);
    }
}
