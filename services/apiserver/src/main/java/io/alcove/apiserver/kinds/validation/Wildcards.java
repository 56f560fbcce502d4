package io.alcove.apiserver.kinds.validation;

/** Lists in which "*" stands alone. */
public final class Wildcards {

    private Wildcards() {}

    public static boolean in(Inspection list) {
        return has(list, "*");
    }

    public static boolean has(Inspection list, String text) {
        for (int i = 0; i < list.size(); i++) {
            if (list.element(i).is(text)) {
                return true;
            }
        }
        return false;
    }

    /** A list without other values beside "*". */
    public static void alone(Inspection list, String others) {
        if (list.size() > 1 && in(list)) {
            list.invalid("if '*' is present, must not specify other " + others);
        }
    }
}
