package io.alcove.apiserver.kinds.extensions;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import java.util.List;

/** Definitions in groups of the Kubernetes community need an approval. */
final class ApprovalRules {

    private static final String PATH = "metadata.annotations[" + ApprovalPolicy.ANNOTATION + "]";

    private ApprovalRules() {}

    static void check(ApiObject definition, List<StatusCause> causes) {
        if (!ApprovalPolicy.isProtected(definition.text("spec", "group"))) {
            return;
        }
        String annotation = annotation(definition);
        String problem = ApprovalPolicy.problem(annotation);
        if (!problem.isEmpty()) {
            causes.add(
                    annotation.isEmpty()
                            ? StatusCause.required(PATH, problem)
                            : StatusCause.invalid(PATH, annotation, problem));
        }
    }

    /** What was not approved before may stay so. */
    static void checkUpdate(ApiObject definition, ApiObject old, List<StatusCause> causes) {
        if (ApprovalPolicy.state(annotation(definition)) != ApprovalPolicy.state(annotation(old))) {
            check(definition, causes);
        }
    }

    private static String annotation(ApiObject definition) {
        return definition.annotation(ApprovalPolicy.ANNOTATION).orElse("");
    }
}
