package io.alcove.apiserver.customresource;

/** Finds out how the versions of a definition are converted. */
@FunctionalInterface
interface VersionConverters {

    VersionConverter of(Definition definition);
}
