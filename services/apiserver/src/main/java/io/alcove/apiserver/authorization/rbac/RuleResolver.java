package io.alcove.apiserver.authorization.rbac;

import io.alcove.apiserver.request.UserInfo;
import java.util.ArrayList;
import java.util.List;

/** What a user may do in a namespace, as a list. */
public interface RuleResolver {

    /** The rules of everyone under mode AlwaysAllow. */
    RuleResolver EVERYTHING =
            (_, _) ->
                    new Rules(
                            List.of(PolicyRule.ALL_RESOURCES, PolicyRule.ALL_PATHS),
                            List.of(),
                            false);

    Rules rules(UserInfo user, String namespace);

    /**
     * @param errors what went wrong
     * @param incomplete whether there may be more
     */
    record Rules(List<PolicyRule> rules, List<String> errors, boolean incomplete) {}

    static RuleResolver all(List<RuleResolver> resolvers) {
        return (user, namespace) -> {
            List<PolicyRule> rules = new ArrayList<>();
            List<String> errors = new ArrayList<>();
            boolean incomplete = false;
            for (RuleResolver resolver : resolvers) {
                Rules some = resolver.rules(user, namespace);
                rules.addAll(some.rules());
                errors.addAll(some.errors());
                incomplete |= some.incomplete();
            }
            return new Rules(rules, errors, incomplete);
        };
    }
}
