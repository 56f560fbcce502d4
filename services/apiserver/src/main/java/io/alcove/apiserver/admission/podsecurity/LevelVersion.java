package io.alcove.apiserver.admission.podsecurity;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A level as some version of Kubernetes defined it.
 *
 * @param minor of the version 1.x; {@link #LATEST} for whatever is newest
 */
record LevelVersion(Level level, int minor) {

    static final int LATEST = Integer.MAX_VALUE;

    /** The digits that an int holds. */
    private static final Pattern VERSION = Pattern.compile("v1\\.([0-9]|[1-9][0-9]{0,8})");

    static OptionalInt parseMinor(String text) {
        if (text.equals("latest")) {
            return OptionalInt.of(LATEST);
        }
        Matcher matcher = VERSION.matcher(text);
        return matcher.matches()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }

    LevelVersion with(Level other) {
        return new LevelVersion(other, minor);
    }

    LevelVersion with(int otherMinor) {
        return new LevelVersion(level, otherMinor);
    }

    boolean isPrivileged() {
        return level == Level.PRIVILEGED;
    }

    @Override
    public String toString() {
        return level + ":" + (minor == LATEST ? "latest" : "v1." + minor);
    }
}
