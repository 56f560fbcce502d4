package io.alcove.apiserver.storage;

/**
 * What the store holds under a key.
 *
 * @param value the object's JSON without metadata.resourceVersion, apiVersion and kind first, then
 *     metadata
 * @param revision of the write that made it; what clients see as resourceVersion
 */
public record StoredValue(StoreKey key, byte[] value, long revision) {}
