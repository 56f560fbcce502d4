package io.alcove.cel.library;

import io.alcove.cel.type.CelType;

/** The types that declarations of functions are written with. */
final class Types {

    static final CelType A = CelType.parameter("A");
    static final CelType B = CelType.parameter("B");
    static final CelType LIST_OF_A = CelType.list(A);
    static final CelType MAP_OF_A_B = CelType.map(A, B);
    static final CelType STRINGS = CelType.list(CelType.STRING);

    private Types() {}
}
