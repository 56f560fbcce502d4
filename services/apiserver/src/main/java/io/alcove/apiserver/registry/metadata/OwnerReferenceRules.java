package io.alcove.apiserver.registry.metadata;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.apimachinery.status.StatusCause;
import java.util.List;

final class OwnerReferenceRules {

    private static final String FIELD = "metadata.ownerReferences";
    private static final GroupVersionKind EVENT = new GroupVersionKind("", "v1", "Event");

    private OwnerReferenceRules() {}

    static void check(ApiObject object, List<StatusCause> causes) {
        String controller = "";
        for (OwnerReference reference : object.ownerReferences()) {
            checkReference(reference, causes);
            if (!reference.controller()) {
                continue;
            }
            String name = reference.kind() + "/" + reference.name();
            if (controller.isEmpty()) {
                controller = name;
            } else {
                causes.add(
                        StatusCause.invalid(
                                FIELD,
                                object.at("metadata", "ownerReferences"),
                                "Only one reference can have Controller set to true. Found \"true\" in references for "
                                        + controller
                                        + " and "
                                        + name));
            }
        }
    }

    private static void checkReference(OwnerReference reference, List<StatusCause> causes) {
        if (reference.groupVersionKind().version().isEmpty()) {
            causes.add(
                    StatusCause.invalid(
                            FIELD + ".apiVersion",
                            reference.apiVersion(),
                            "version must not be empty"));
        }
        notEmpty("kind", reference.kind(), causes);
        notEmpty("name", reference.name(), causes);
        notEmpty("uid", reference.uid(), causes);
        if (reference.groupVersionKind().equals(EVENT)) {
            causes.add(
                    StatusCause.invalid(
                            FIELD,
                            reference.toNode(),
                            "/v1, Kind=Event is disallowed from being an owner"));
        }
    }

    private static void notEmpty(String field, String value, List<StatusCause> causes) {
        if (value.isEmpty()) {
            causes.add(StatusCause.invalid(FIELD + "." + field, value, "must not be empty"));
        }
    }
}
