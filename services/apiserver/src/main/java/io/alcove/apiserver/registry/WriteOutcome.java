package io.alcove.apiserver.registry;

import io.alcove.apiserver.storage.StoredObject;

/**
 * What a write left.
 *
 * @param object in the version of the request; with revision 0 where nothing is stored (a review, a
 *     binding)
 * @param created whether it came to be by this request: HTTP 201, else 200
 */
public record WriteOutcome(StoredObject object, boolean created) {}
