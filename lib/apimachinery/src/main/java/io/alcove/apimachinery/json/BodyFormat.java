package io.alcove.apimachinery.json;

/** The media types of objects that are read. */
public enum BodyFormat {
    JSON,
    YAML
}
