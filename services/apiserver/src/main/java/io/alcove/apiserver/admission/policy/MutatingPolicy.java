package io.alcove.apiserver.admission.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.expression.AdmissionEnvironment;
import io.alcove.apiserver.admission.expression.Expression;
import io.alcove.apiserver.admission.expression.MatchConditions;
import io.alcove.apiserver.admission.matching.MatchResources;
import io.alcove.cel.CelEnvironment;
import io.alcove.cel.KubernetesEnvironments;
import io.alcove.cel.type.CelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A MutatingAdmissionPolicy with its expressions compiled.
 *
 * @param reinvoked whether it is asked again where others changed the object after it
 */
record MutatingPolicy(
        String name,
        Optional<ParamKind> paramKind,
        MatchResources match,
        boolean failsClosed,
        boolean reinvoked,
        PolicyVariables variables,
        MatchConditions conditions,
        List<Mutation> mutations) {

    /**
     * @param jsonPatch whether it gives a list of operations, not a configuration to be applied
     */
    record Mutation(Expression expression, boolean jsonPatch) {}

    static MutatingPolicy read(ApiObject policy) {
        JsonNode spec = policy.at("spec");
        Optional<ParamKind> paramKind = ParamKind.read(spec);
        CelEnvironment plain =
                AdmissionEnvironment.of(
                        KubernetesEnvironments.forStored(), paramKind.isPresent(), true);
        CelEnvironment patches = PatchTypes.declaredIn(plain);
        PolicyVariables variables = PolicyVariables.read(spec.path("variables"), patches);
        return new MutatingPolicy(
                policy.name(),
                paramKind,
                MatchResources.of(spec.path("matchConstraints")),
                !spec.path("failurePolicy").asText().equals("Ignore"),
                spec.path("reinvocationPolicy").asText().equals("IfNeeded"),
                variables,
                MatchConditions.read(spec.path("matchConditions"), variables.declaredIn(plain)),
                mutations(spec, variables.declaredIn(patches)));
    }

    private static List<Mutation> mutations(JsonNode spec, CelEnvironment environment) {
        List<Mutation> mutations = new ArrayList<>();
        for (JsonNode mutation : spec.path("mutations")) {
            boolean jsonPatch = mutation.path("patchType").asText().equals("JSONPatch");
            JsonNode of = mutation.path(jsonPatch ? "jsonPatch" : "applyConfiguration");
            CelType expected = jsonPatch ? CelType.list(PatchTypes.PATCH) : PatchTypes.OBJECT;
            mutations.add(
                    new Mutation(
                            Expression.compile(
                                    of.path("expression").asText(), environment, List.of(expected)),
                            jsonPatch));
        }
        return mutations;
    }
}
