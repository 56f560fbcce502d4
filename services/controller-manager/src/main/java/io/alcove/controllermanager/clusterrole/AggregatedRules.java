package io.alcove.controllermanager.clusterrole;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.selector.InvalidSelectorException;
import io.alcove.apimachinery.selector.LabelSelector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The rules of a cluster role that gathers those of others. */
final class AggregatedRules {

    private AggregatedRules() {}

    static boolean aggregates(ApiObject role) {
        return role.at("aggregationRule").isObject();
    }

    /**
     * Each rule once, selector by selector, roles in the order of their names.
     *
     * @param all cluster roles, of which the role itself gives nothing
     */
    static List<JsonNode> of(ApiObject role, Collection<ApiObject> all) {
        List<ApiObject> ordered =
                all.stream()
                        .filter(other -> !other.name().equals(role.name()))
                        .sorted(Comparator.comparing(ApiObject::name))
                        .toList();
        List<JsonNode> rules = new ArrayList<>();
        for (JsonNode selector : role.at("aggregationRule", "clusterRoleSelectors")) {
            for (ApiObject other : selected(ordered, selector)) {
                for (JsonNode rule : other.elements("rules")) {
                    if (!rules.contains(rule)) {
                        rules.add(rule);
                    }
                }
            }
        }
        return rules;
    }

    private static List<ApiObject> selected(List<ApiObject> roles, JsonNode selector) {
        try {
            LabelSelector labels = LabelSelector.of(selector);
            return roles.stream().filter(role -> labels.matches(role.labels())).toList();
        } catch (InvalidSelectorException _) {
            return List.of(); // stored before it was validated
        }
    }
}
