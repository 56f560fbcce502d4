package io.alcove.client.controller;

/**
 * Brings one thing to where it should be, from what is observed now; called again for as long as it
 * fails. Never called for one key by two threads at once.
 */
@FunctionalInterface
public interface Reconciler<K> {

    /** An exception has the key tried again with growing pauses. */
    Result reconcile(K key);
}
