package io.alcove.apiserver.admission.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.apply.Overlay;
import io.alcove.apimachinery.patch.JsonPatch;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.expression.AdmissionVariables;
import io.alcove.apiserver.admission.expression.Budget;
import io.alcove.apiserver.admission.expression.MatchConditions;
import io.alcove.apiserver.admission.matching.MatchedKind;
import io.alcove.apiserver.admission.policy.MutatingPolicy.Mutation;
import io.alcove.cel.value.CelError;
import io.alcove.cel.value.ListValue;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * One policy, bound and with one parameter, on one request.
 *
 * @param param a tree, or null's value
 */
record MutationRun(
        MutatingPolicy policy, PolicyBinding binding, MatchedKind matched, Object param) {

    /**
     * Changes the object in place.
     *
     * @return whether it was asked at all: its conditions are met
     * @throws PolicyException where an expression fails; mutations before it stay
     */
    boolean run(AdmissionRequest request, PolicyParts parts) throws PolicyException {
        AdmissionVariables variables = variables(request, parts);
        LazyVariables lazy = new LazyVariables(policy.variables(), variables);
        switch (policy.conditions().evaluate(variables.with(PolicyVariables.NAME, lazy))) {
            case MatchConditions.Result.NotMet _ -> {
                return false;
            }
            case MatchConditions.Result.Failed failed ->
                    throw new PolicyException(failed.message());
            case MatchConditions.Result.Met _ -> {}
        }
        for (Mutation mutation : policy.mutations()) {
            if (request.object().isPresent()) {
                replace(request.newObject().node(), mutated(request, parts, mutation));
            }
        }
        return true;
    }

    private AdmissionVariables variables(AdmissionRequest request, PolicyParts parts) {
        return AdmissionVariables.of(request, matched, parts.objects(), parts.permissions())
                .with("params", param);
    }

    private static void replace(ObjectNode object, ObjectNode with) {
        object.removeAll();
        object.setAll(with);
    }

    private ObjectNode mutated(AdmissionRequest request, PolicyParts parts, Mutation mutation)
            throws PolicyException {
        AdmissionVariables variables = variables(request, parts);
        LazyVariables lazy = new LazyVariables(policy.variables(), variables);
        Budget budget = new Budget(Budget.POLICY);
        Object value;
        try {
            value =
                    budget.evaluate(
                            mutation.expression(), variables.with(PolicyVariables.NAME, lazy));
            budget.spend(lazy.takeCost());
        } catch (Budget.SpentException e) {
            throw new PolicyException(e.text());
        }
        if (value instanceof CelError error) {
            throw new PolicyException(error.message());
        }
        ObjectNode object = request.newObject().node();
        return mutation.jsonPatch()
                ? patched(object, (ListValue) value)
                : merged(object, (PatchTypes.Made) value, parts);
    }

    private ObjectNode merged(ObjectNode object, PatchTypes.Made configuration, PolicyParts parts)
            throws PolicyException {
        PatchTypes.checkNames(configuration, PatchTypes.OBJECT.name());
        ObjectNode applied = PatchTypes.object(configuration);
        Schema schema =
                parts.schemas()
                        .of(matched.kind())
                        .orElseThrow(
                                () ->
                                        new PolicyException(
                                                "Resource kind %s not found"
                                                        .formatted(matched.kind())));
        List<String> atomics = Overlay.atomics(schema, applied);
        if (!atomics.isEmpty()) {
            throw new PolicyException(
                    "error applying patch: invalid ApplyConfiguration: may not mutate atomic"
                            + " arrays, maps or structs: "
                            + String.join(", ", atomics));
        }
        return Overlay.merge(schema, object, applied).deepCopy();
    }

    private static ObjectNode patched(ObjectNode object, ListValue operations)
            throws PolicyException {
        ArrayNode patch = JsonNodeFactory.instance.arrayNode();
        for (Object operation : operations.toList()) {
            if (!(operation instanceof PatchTypes.Made made)) {
                throw new PolicyException(
                        "type mismatch: JSONPatchType.expression should evaluate to array of"
                                + " JSONPatch");
            }
            Object value = made.fields().get("value");
            if (value instanceof PatchTypes.Made of) {
                PatchTypes.checkNames(of, of.type().name());
            }
            patch.add(PatchTypes.object(made));
        }
        JsonPatch parsed;
        try {
            parsed = JsonPatch.parse(patch.toString().getBytes(StandardCharsets.UTF_8));
        } catch (StatusException e) {
            throw new PolicyException("JSON Patch: " + e.status().message());
        }
        return switch (parsed.attempt(object)) {
            case JsonPatch.Outcome.TestFailed _ -> object.deepCopy();
            case JsonPatch.Outcome.Failed failed ->
                    throw new PolicyException("JSON Patch: " + failed.why());
            case JsonPatch.Outcome.Patched(JsonNode result) -> {
                if (result instanceof ObjectNode whole) {
                    yield whole;
                }
                throw new PolicyException("JSON Patch: the result is no object");
            }
        };
    }
}
