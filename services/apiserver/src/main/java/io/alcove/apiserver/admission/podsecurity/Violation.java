package io.alcove.apiserver.admission.podsecurity;

import java.util.List;
import java.util.stream.Collectors;

/** One check that a pod fails: in short, and who does what. */
record Violation(String reason, String detail) {

    static String reasons(List<Violation> violations) {
        return violations.stream().map(Violation::reason).collect(Collectors.joining(", "));
    }

    static String details(List<Violation> violations) {
        return violations.stream()
                .map(v -> v.detail.isEmpty() ? v.reason : v.reason + " (" + v.detail + ")")
                .collect(Collectors.joining(", "));
    }
}
