package io.alcove.apiserver.registry.metadata;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusCause;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Upstream's validation of ObjectMeta, in its order and words. */
public final class MetadataRules {

    private static final List<String> IMMUTABLE =
            List.of(
                    "name",
                    "namespace",
                    "uid",
                    "creationTimestamp",
                    "deletionTimestamp",
                    "deletionGracePeriodSeconds");

    /** What is wrong with a name; prefix says that it is a generateName. */
    @FunctionalInterface
    public interface NameRule {
        List<String> problems(String name, boolean prefix);
    }

    private MetadataRules() {}

    public static List<StatusCause> check(ApiObject object, boolean namespaced, NameRule rule) {
        List<StatusCause> causes = new ArrayList<>();
        checkName(object, rule, causes);
        checkNamespace(object, namespaced, causes);
        if (object.generation() < 0) {
            causes.add(
                    StatusCause.invalid(
                            "metadata.generation",
                            object.generation(),
                            "must be greater than or equal to 0"));
        }
        LabelRules.checkLabels(object, causes);
        LabelRules.checkAnnotations(object, causes);
        OwnerReferenceRules.check(object, causes);
        FinalizerRules.check(object, causes);
        ManagedFieldsRules.check(object, causes);
        return causes;
    }

    /** What an update may not change. */
    public static List<StatusCause> checkUpdate(ApiObject object, ApiObject old) {
        List<StatusCause> causes = new ArrayList<>();
        if (old.isBeingDeleted()) {
            TreeSet<String> added = new TreeSet<>(object.finalizers());
            old.finalizers().forEach(added::remove);
            if (!added.isEmpty()) {
                causes.add(
                        StatusCause.forbidden(
                                "metadata.finalizers",
                                "no new finalizers can be added if the object is being deleted, found new finalizers "
                                        + GoText.quoteList(List.copyOf(added))));
            }
        }
        if (object.generation() < old.generation()) {
            causes.add(
                    StatusCause.invalid(
                            "metadata.generation", object.generation(), "must not be decremented"));
        }
        for (String field : IMMUTABLE) {
            if (!JsonValues.equal(object.at("metadata", field), old.at("metadata", field))) {
                causes.add(
                        StatusCause.invalid(
                                "metadata." + field,
                                object.at("metadata", field),
                                "field is immutable"));
            }
        }
        return causes;
    }

    private static void checkName(ApiObject object, NameRule rule, List<StatusCause> causes) {
        String generateName = GeneratedName.base(object);
        if (!generateName.isEmpty()) {
            for (String problem : rule.problems(generateName, true)) {
                causes.add(StatusCause.invalid("metadata.generateName", generateName, problem));
            }
        }
        if (object.name().isEmpty()) {
            causes.add(StatusCause.required("metadata.name", "name or generateName is required"));
            return;
        }
        for (String problem : rule.problems(object.name(), false)) {
            causes.add(StatusCause.invalid("metadata.name", object.name(), problem));
        }
    }

    private static void checkNamespace(
            ApiObject object, boolean namespaced, List<StatusCause> causes) {
        String namespace = object.namespace();
        if (!namespaced) {
            if (!namespace.isEmpty()) {
                causes.add(StatusCause.forbidden("metadata.namespace", "not allowed on this type"));
            }
        } else if (namespace.isEmpty()) {
            causes.add(StatusCause.required("metadata.namespace", ""));
        } else {
            for (String problem : Names.dns1123Label(namespace)) {
                causes.add(StatusCause.invalid("metadata.namespace", namespace, problem));
            }
        }
    }
}
