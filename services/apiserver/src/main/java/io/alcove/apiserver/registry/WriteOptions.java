package io.alcove.apiserver.registry;

/**
 * What create, update and patch take beside the object.
 *
 * @param fieldManager empty for the default, made from the user agent
 * @param fieldValidation "", "Strict", "Warn" or "Ignore"
 * @param force only for apply: takes over fields that others own
 */
public record WriteOptions(
        String fieldManager, String fieldValidation, boolean dryRun, boolean force) {}
