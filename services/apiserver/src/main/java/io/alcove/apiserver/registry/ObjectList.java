package io.alcove.apiserver.registry;

import io.alcove.apiserver.storage.StoredObject;
import java.util.List;

/**
 * A list, or one page of it.
 *
 * @param items in the version of the request, ordered by namespace and name
 * @param revision the one that all items are consistent at: the list's resourceVersion
 * @param continueToken empty on the last page
 * @param remaining how many items follow this page; -1 where that is unknown
 */
public record ObjectList(
        List<StoredObject> items, long revision, String continueToken, long remaining) {}
