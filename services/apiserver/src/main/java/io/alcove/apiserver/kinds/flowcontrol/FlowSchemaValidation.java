package io.alcove.apiserver.kinds.flowcontrol;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/** Flow schemas. */
public final class FlowSchemaValidation implements Validation {

    private static final List<String> METHODS = List.of("ByNamespace", "ByUser");
    private static final int LAST = 10000;

    @Override
    public void check(Inspection schema) {
        Inspection spec = schema.field("spec");
        precedence(
                spec.field("matchingPrecedence"),
                schema.node().path("metadata").path("name").asText().equals("exempt"));
        Inspection method = spec.field("distinguisherMethod");
        if (method.isPresent() && !METHODS.contains(method.field("type").text())) {
            method.field("type", method.node())
                    .notSupportedAs("oflowcontrol.FlowDistinguisherMethod", METHODS);
        }
        Inspection level = spec.at("priorityLevelConfiguration", "name");
        if (level.required("must reference a priority level")) {
            level.checked(Names::dns1123Subdomain);
        }
        spec.field("rules").each(FlowRules::check);
        FlowConditions.check(schema);
    }

    @Override
    public void checkStatus(Inspection schema, ApiObject old) {
        FlowConditions.check(schema);
    }

    private static void precedence(Inspection precedence, boolean exempt) {
        if (precedence.number() <= 0) {
            precedence.invalid(precedence.numberValue(), "must be a positive value");
        }
        if (precedence.number() > LAST) {
            precedence.invalid("must not be greater than " + LAST);
        }
        if (precedence.number() == 1 && !exempt) {
            precedence.invalid("only the schema named 'exempt' may have matchingPrecedence 1");
        }
    }
}
