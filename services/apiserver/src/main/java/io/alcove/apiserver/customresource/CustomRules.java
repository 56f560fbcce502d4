package io.alcove.apiserver.customresource;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.structural.Correlation;
import io.alcove.apimachinery.structural.ListTypes;
import io.alcove.apimachinery.structural.StructuralSchema;
import io.alcove.apiserver.rule.RuleTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** What must hold for the objects of a version, beside their metadata, in upstream's order. */
final class CustomRules {

    /** Failures after which the rules in CEL are not looked at. */
    private static final Set<String> BLOCKING =
            Set.of(
                    "FieldValueNotSupported",
                    "FieldValueRequired",
                    "FieldValueTooLong",
                    "FieldValueTooMany",
                    "FieldValueTypeInvalid");

    private static final StatusCause NOT_CHECKED =
            StatusCause.invalid(
                    "<nil>",
                    com.fasterxml.jackson.databind.node.NullNode.instance,
                    "some validation rules were not checked because the object was invalid;"
                            + " correct the existing errors to complete validation");

    private final CustomVersion version;

    CustomRules(CustomVersion version) {
        this.version = version;
    }

    List<StatusCause> check(ApiObject object) {
        VersionSchema schema = version.schema();
        List<StatusCause> causes = new ArrayList<>(schema.validation().check(object.node(), ""));
        causes.addAll(ScaleRules.check(object, version.scale(), true));
        causes.addAll(EmbeddedRules.check(object, schema.structural()));
        causes.addAll(ListTypes.check(object.node(), schema.structural()));
        return withExpressions(causes, schema, rules -> rules.check(object.node()));
    }

    /**
     * @param warnings is told of rules that what did not change fails in
     */
    List<StatusCause> checkChange(ApiObject object, ApiObject old, Consumer<String> warnings) {
        VersionSchema schema = version.schema();
        StructuralSchema structural = schema.structural();
        Correlation change = Correlation.of(object.node(), old.node(), structural);
        List<StatusCause> causes = new ArrayList<>(schema.validation().checkChange(change, ""));
        causes.addAll(ScaleRules.check(object, version.scale(), true));
        causes.addAll(EmbeddedRules.check(object, structural));
        causes.addAll(checkLists(object, old, structural));
        return withExpressions(causes, schema, rules -> rules.checkChange(change, warnings));
    }

    List<StatusCause> checkStatusChange(
            ApiObject object, ApiObject old, Consumer<String> warnings) {
        VersionSchema schema = version.schema();
        StructuralSchema structural = schema.structural();
        List<StatusCause> causes = new ArrayList<>();
        if (object.node().has("status") && schema.status().isPresent()) {
            Correlation status =
                    Correlation.of(
                            object.at("status"), old.at("status"), structural.property("status"));
            causes.addAll(schema.status().get().checkChange(status, "status"));
        }
        causes.addAll(ScaleRules.check(object, version.scale(), false));
        causes.addAll(checkLists(object, old, structural));
        Correlation change = Correlation.of(object.node(), old.node(), structural);
        return withExpressions(causes, schema, rules -> rules.checkChange(change, warnings));
    }

    /** Lists that had something twice before may go on so. */
    private static List<StatusCause> checkLists(
            ApiObject object, ApiObject old, StructuralSchema structural) {
        List<StatusCause> causes = ListTypes.check(object.node(), structural);
        return causes.isEmpty() || !ListTypes.check(old.node(), structural).isEmpty()
                ? List.of()
                : causes;
    }

    /** Rules in CEL may rely on what the schema says, and are left out where that does not hold. */
    private static List<StatusCause> withExpressions(
            List<StatusCause> causes,
            VersionSchema schema,
            Function<RuleTree, List<StatusCause>> check) {
        if (schema.rules().isEmpty()) {
            return causes;
        }
        if (causes.stream().anyMatch(cause -> BLOCKING.contains(cause.reason()))) {
            causes.add(NOT_CHECKED);
        } else {
            causes.addAll(check.apply(schema.rules().get()));
        }
        return causes;
    }
}
