package io.alcove.apiserver.kinds.extensions;

/** Paths into schemas, as upstream prints them. */
final class SchemaPaths {

    private SchemaPaths() {}

    static String property(String path, String name) {
        return path + ".properties[" + name + "]";
    }

    static String at(String path, String field, int index) {
        return path + "." + field + "[" + index + "]";
    }
}
