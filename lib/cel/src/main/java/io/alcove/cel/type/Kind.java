package io.alcove.cel.type;

/** What a CEL type is made of. */
public enum Kind {
    DYN,
    ANY,
    BOOL,
    BYTES,
    DOUBLE,
    DURATION,
    ERROR,
    INT,
    LIST,
    MAP,
    NULL,
    OPAQUE,
    STRING,
    STRUCT,
    TIMESTAMP,
    TYPE,
    TYPE_PARAMETER,
    UINT
}
