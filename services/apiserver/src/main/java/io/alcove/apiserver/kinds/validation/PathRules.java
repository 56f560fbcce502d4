package io.alcove.apiserver.kinds.validation;

/** Paths of file systems, as pods name them. */
public final class PathRules {

    private PathRules() {}

    public static void noBacksteps(Inspection path) {
        if (hasBackstep(path.text())) {
            path.invalid(path.text(), "must not contain '..'");
        }
    }

    public static boolean hasBackstep(String path) {
        if (!path.contains("..")) {
            return false;
        }
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                return true;
            }
        }
        return false;
    }

    /** A path that stays below where it starts. */
    public static void descending(Inspection path) {
        if (path.text().startsWith("/")) {
            path.invalid(path.text(), "must be a relative path");
        }
        noBacksteps(path);
    }

    /** As {@link #descending}, and none of the names that a kubelet keeps for itself. */
    public static void unreserved(Inspection path) {
        descending(path);
        String text = path.text();
        if (text.startsWith("..") && !text.startsWith("../")) {
            path.invalid(text, "must not start with '..'");
        }
    }

    public static void fileMode(Inspection mode) {
        if (mode.number() > 0777 || mode.number() < 0) {
            mode.invalid("must be a number between 0 and 0777 (octal), both inclusive");
        }
    }
}
