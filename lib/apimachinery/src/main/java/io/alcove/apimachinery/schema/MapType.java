package io.alcove.apimachinery.schema;

/** x-kubernetes-map-type: whether a map's or struct's fields are owned one by one in apply. */
public enum MapType {
    GRANULAR,
    ATOMIC
}
