package io.alcove.apiserver.authorization.rbac;

import io.alcove.apimachinery.status.GoText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What of some rules is not covered by others, as upstream prints it. */
final class MissingRules {

    private MissingRules() {}

    /** Empty where all is covered. */
    static List<String> of(List<PolicyRule> held, List<PolicyRule> wanted) {
        Map<MiniRule, List<String>> verbs = new LinkedHashMap<>();
        for (PolicyRule rule : wanted) {
            for (MiniRule part : MiniRule.of(rule)) {
                if (held.stream().noneMatch(part::isCoveredBy)) {
                    MiniRule place = part.url().isEmpty() ? part.withoutVerb() : part;
                    verbs.computeIfAbsent(place, _ -> new ArrayList<>()).add(part.verb());
                }
            }
        }
        return verbs.entrySet().stream()
                .map(entry -> entry.getKey().text(entry.getValue()))
                .sorted()
                .distinct()
                .toList();
    }

    static String quoted(String text) {
        return GoText.quote(text);
    }
}
