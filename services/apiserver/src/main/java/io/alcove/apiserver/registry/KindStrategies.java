package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.GroupKind;

/** Finds what is particular to a kind. */
public interface KindStrategies {

    /** Never fails: a kind without particulars gets the general strategy. */
    KindStrategy of(GroupKind kind);
}
