package io.alcove.apimachinery.structural;

/** Paths of fields as upstream prints them in causes. */
final class Paths {

    private Paths() {}

    static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    static String key(String path, String name) {
        return path + "[" + name + "]";
    }

    static String index(String path, int index) {
        return path + "[" + index + "]";
    }
}
