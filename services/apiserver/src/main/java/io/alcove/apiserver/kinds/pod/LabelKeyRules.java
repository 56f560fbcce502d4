package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import java.util.HashSet;
import java.util.Set;

/** matchLabelKeys and mismatchLabelKeys, which become requirements of the labelSelector. */
final class LabelKeyRules {

    private LabelKeyRules() {}

    static void check(Inspection term) {
        Inspection match = term.field("matchLabelKeys");
        Inspection mismatch = term.field("mismatchLabelKeys");
        if (match.size() == 0 && mismatch.size() == 0) {
            return;
        }
        Inspection selector = term.field("labelSelector");
        keys(match, selector);
        keys(mismatch, selector);
        if (selector.isPresent()) {
            notInSelector(term, match, selector.node());
        }
        match.each(
                key -> {
                    if (indexOf(mismatch.node(), key.text()) >= 0) {
                        key.invalid("exists in both matchLabelKeys and mismatchLabelKeys");
                    }
                });
    }

    private static void keys(Inspection keys, Inspection selector) {
        if (keys.size() > 0 && !selector.isPresent()) {
            keys.forbidden("must not be specified when labelSelector is not set");
        } else {
            keys.each(LabelRules::key);
        }
    }

    /** The server adds each key to the selector once, so only one that was there before is told. */
    private static void notInSelector(Inspection term, Inspection match, JsonNode selector) {
        Set<String> seen = new HashSet<>();
        selector.path("matchLabels").properties().forEach(e -> seen.add(e.getKey()));
        for (JsonNode expression : selector.path("matchExpressions")) {
            String key = expression.path("key").asText("");
            int index = indexOf(match.node(), key);
            if (index >= 0 && seen.contains(key)) {
                term.element(index).invalid(key, "exists in both matchLabelKeys and labelSelector");
            }
            seen.add(key);
        }
    }

    private static int indexOf(JsonNode list, String text) {
        int found = -1;
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).asText("").equals(text)) {
                found = i;
            }
        }
        return found;
    }
}
