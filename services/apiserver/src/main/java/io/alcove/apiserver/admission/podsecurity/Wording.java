package io.alcove.apiserver.admission.podsecurity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** How upstream names those who do what they may not. */
final class Wording {

    private Wording() {}

    static String quoted(Collection<String> names) {
        return names.isEmpty() ? "" : "\"" + String.join("\", \"", names) + "\"";
    }

    static String plural(String word, int count) {
        return count == 1 ? word : word + "s";
    }

    /** {@code container "a"}, {@code containers "a", "b"}. */
    static String containers(Collection<String> names) {
        return plural("container", names.size()) + " " + quoted(names);
    }

    /** {@code pod and container "a"}; empty where it is neither. */
    static String setters(boolean pod, List<String> containers) {
        List<String> setters = new ArrayList<>();
        if (pod) {
            setters.add("pod");
        }
        if (!containers.isEmpty()) {
            setters.add(containers(containers));
        }
        return String.join(" and ", setters);
    }
}
