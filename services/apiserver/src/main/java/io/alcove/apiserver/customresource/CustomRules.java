package io.alcove.apiserver.customresource;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.schema.structural.Correlation;
import io.alcove.apimachinery.schema.structural.ListTypes;
import io.alcove.apimachinery.schema.structural.StructuralSchema;
import io.alcove.apimachinery.status.StatusCause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

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
        return causes;
    }

    List<StatusCause> checkChange(ApiObject object, ApiObject old) {
        VersionSchema schema = version.schema();
        StructuralSchema structural = schema.structural();
        Correlation change = Correlation.of(object.node(), old.node(), structural);
        List<StatusCause> causes = new ArrayList<>(schema.validation().checkChange(change, ""));
        causes.addAll(ScaleRules.check(object, version.scale(), true));
        causes.addAll(EmbeddedRules.check(object, structural));
        causes.addAll(checkLists(object, old, structural));
        return causes;
    }

    List<StatusCause> checkStatusChange(ApiObject object, ApiObject old) {
        VersionSchema schema = version.schema();
        StructuralSchema structural = schema.structural();
        List<StatusCause> causes = new ArrayList<>();
        if (object.node().has("status") && schema.status().isPresent()) {
            Correlation change =
                    Correlation.of(
                            object.at("status"), old.at("status"), structural.property("status"));
            causes.addAll(schema.status().get().checkChange(change, "status"));
        }
        causes.addAll(ScaleRules.check(object, version.scale(), false));
        causes.addAll(checkLists(object, old, structural));
        return causes;
    }

    /** Lists that had something twice before may go on so. */
    private static List<StatusCause> checkLists(
            ApiObject object, ApiObject old, StructuralSchema structural) {
        List<StatusCause> causes = ListTypes.check(object.node(), structural);
        return causes.isEmpty() || !ListTypes.check(old.node(), structural).isEmpty()
                ? List.of()
                : causes;
    }

    static boolean isBlocked(List<StatusCause> causes) {
        return causes.stream().anyMatch(cause -> BLOCKING.contains(cause.reason()));
    }

    static StatusCause notChecked() {
        return NOT_CHECKED;
    }
}
