package io.alcove.apiserver.admission.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a policy says of a request.
 *
 * @param denials of its rules
 * @param annotationErrors deny whatever the binding's actions are
 * @param annotations to be written into the audit log
 */
record Verdict(
        List<Denial> denials, List<String> annotationErrors, Map<String, String> annotations) {

    /**
     * @param rule its index
     * @param reason of the Status
     */
    record Denial(int rule, String message, String reason) {}

    static Verdict none() {
        return new Verdict(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
    }

    /** What could not be evaluated denies, unless the policy fails open. */
    static Verdict failed(String message, boolean failsClosed) {
        Verdict verdict = none();
        if (failsClosed) {
            verdict.denials.add(new Denial(0, message, "Invalid"));
        }
        return verdict;
    }
}
