package io.alcove.apiserver.registry;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** List options of which most are not given. */
final class Lists {

    private Lists() {}

    static ListOptions labelled(String selector) {
        return new ListOptions(selector, "", "", "", 0, "", false, null, Duration.ZERO);
    }

    static ListOptions fields(String selector) {
        return new ListOptions("", selector, "", "", 0, "", false, null, Duration.ZERO);
    }

    static ListOptions page(long limit, String token) {
        return new ListOptions("", "", "", "", limit, token, false, null, Duration.ZERO);
    }

    static ListOptions version(String resourceVersion, String match) {
        return new ListOptions("", "", resourceVersion, match, 0, "", false, null, Duration.ZERO);
    }

    static ListOptions events(
            String resourceVersion, String match, @Nullable Boolean initial, boolean bookmarks) {
        return new ListOptions(
                "", "", resourceVersion, match, 0, "", bookmarks, initial, Duration.ofMinutes(1));
    }
}
