package io.alcove.benchmark;

/**
 * A server that runs.
 *
 * @param processes its own and its store's
 */
record Server(String name, Endpoint endpoint, Processes processes) {}
