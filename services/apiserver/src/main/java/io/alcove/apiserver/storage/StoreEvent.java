package io.alcove.apiserver.storage;

/** One revision of the log. Each revision is exactly one event. */
public sealed interface StoreEvent {

    StoreKey key();

    long revision();

    record Put(StoreKey key, byte[] value, long revision, boolean created) implements StoreEvent {}

    record Deleted(StoreKey key, long revision) implements StoreEvent {}
}
