package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.alcove.apimachinery.json.FieldValidation;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.registry.metadata.FieldManager;
import java.util.ArrayList;
import java.util.List;

/** Upstream's validation of the options of writes and deletes. */
final class OptionRules {

    private static final String META_GROUP = "meta.k8s.io";
    private static final List<String> POLICIES =
            List.of("Foreground", "Background", "Orphan", "nil");

    private OptionRules() {}

    static void checkCreate(WriteOptions options) {
        refuse("CreateOptions", common(options));
    }

    static void checkUpdate(WriteOptions options) {
        refuse("UpdateOptions", common(options));
    }

    static void checkPatch(WriteOptions options, PatchType type) {
        List<StatusCause> causes = new ArrayList<>();
        if (type == PatchType.APPLY) {
            if (options.fieldManager().isEmpty()) {
                causes.add(StatusCause.required("fieldManager", "is required for apply patch"));
            }
        } else if (options.force() != null) {
            causes.add(StatusCause.forbidden("force", "may not be specified for non-apply patch"));
        }
        causes.addAll(common(options));
        refuse("PatchOptions", causes);
    }

    static void checkDelete(DeleteOptions options) {
        List<StatusCause> causes = new ArrayList<>();
        String policy = options.propagationPolicy();
        if (policy != null) {
            if (options.orphanDependents() != null) {
                causes.add(
                        StatusCause.invalid(
                                "propagationPolicy",
                                policy,
                                "orphanDependents and deletionPropagation cannot be both set"));
            }
            if (policy.equals("nil") || !POLICIES.contains(policy)) {
                causes.add(StatusCause.notSupported("propagationPolicy", policy, POLICIES));
            }
        }
        checkDryRun(options.dryRun(), causes);
        refuse("DeleteOptions", causes);
    }

    static void refuse(String kind, List<StatusCause> causes) {
        if (!causes.isEmpty()) {
            throw StatusException.invalid(new GroupKind(META_GROUP, kind), "", causes);
        }
    }

    private static List<StatusCause> common(WriteOptions options) {
        List<StatusCause> causes =
                new ArrayList<>(FieldManager.problems("fieldManager", options.fieldManager()));
        checkDryRun(options.dryRun(), causes);
        if (FieldValidation.parse(options.fieldValidation()).isEmpty()) {
            causes.add(
                    StatusCause.notSupported(
                            "fieldValidation",
                            options.fieldValidation(),
                            List.of("", "Ignore", "Strict", "Warn")));
        }
        return causes;
    }

    private static void checkDryRun(List<String> dryRun, List<StatusCause> causes) {
        if (!dryRun.stream().allMatch("All"::equals)) {
            ArrayNode given = JsonNodeFactory.instance.arrayNode();
            dryRun.forEach(given::add);
            causes.add(StatusCause.notSupported("dryRun", given, List.of("All")));
        }
    }
}
