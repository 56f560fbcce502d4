package io.alcove.apiserver.admission.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.selector.InvalidSelectorException;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.apiserver.admission.ownership.OwnedKinds.Served;
import io.alcove.cel.value.NullValue;
import java.util.List;
import java.util.Optional;

/** Finds the objects that a binding passes to its policy. */
record Params(PolicyParts parts) {

    /** What the kind is served as; what is not served makes the policy unusable. */
    Served served(ParamKind kind) throws PolicyException {
        return parts.kinds()
                .find(kind.kind())
                .orElseThrow(
                        () ->
                                new PolicyException(
                                        "failed to find resource referenced by paramKind: '%s'"
                                                .formatted(kind.kind())));
    }

    /** One evaluation is made for each: null stands for no parameter. */
    List<Object> of(Optional<ParamKind> kind, JsonNode reference, String namespace)
            throws PolicyException {
        if (kind.isEmpty() || !reference.isObject()) {
            return List.of(NullValue.NULL);
        }
        Served served = served(kind.get());
        String in = namespace(served, reference, namespace);
        String name = reference.path("name").asText("");
        List<ApiObject> found =
                name.isEmpty()
                        ? selected(served, reference, in)
                        : parts.objects().get(served.resource(), new ObjectName(in, name)).stream()
                                .toList();
        if (found.isEmpty() && reference.path("parameterNotFoundAction").asText().equals("Deny")) {
            throw new PolicyException(
                    "no params found for policy binding with `Deny` parameterNotFoundAction");
        }
        return found.stream().map(object -> (Object) object.node()).toList();
    }

    private static String namespace(Served served, JsonNode reference, String ofRequest)
            throws PolicyException {
        String given = reference.path("namespace").asText("");
        if (!served.namespaced()) {
            if (!given.isEmpty()) {
                throw new PolicyException(
                        "paramRef.namespace must not be provided for a cluster-scoped"
                                + " `paramKind`");
            }
            return "";
        }
        String namespace = given.isEmpty() ? ofRequest : given;
        if (namespace.isEmpty()) {
            throw new PolicyException(
                    "cannot use namespaced paramRef in policy binding that matches cluster-scoped"
                            + " resources");
        }
        return namespace;
    }

    private List<ApiObject> selected(Served served, JsonNode reference, String namespace)
            throws PolicyException {
        if (!reference.path("selector").isObject()) {
            throw new PolicyException("one of name or selector must be provided");
        }
        try {
            LabelSelector selector = LabelSelector.of(reference.path("selector"));
            return parts.objects().list(served.resource(), namespace).stream()
                    .filter(object -> selector.matches(object.labels()))
                    .toList();
        } catch (InvalidSelectorException e) {
            throw new PolicyException(String.valueOf(e.getMessage()));
        }
    }
}
