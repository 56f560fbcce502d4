package io.alcove.apiserver.admission.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.matching.MatchResources;
import java.util.List;

/**
 * A binding of a policy.
 *
 * @param actions of a validating one: Deny, Warn, Audit
 */
record PolicyBinding(
        String name, String policy, JsonNode paramRef, MatchResources match, List<String> actions) {

    static PolicyBinding read(ApiObject binding) {
        return new PolicyBinding(
                binding.name(),
                binding.text("spec", "policyName"),
                binding.at("spec", "paramRef"),
                MatchResources.of(binding.at("spec", "matchResources")),
                binding.textList("spec", "validationActions"));
    }
}
