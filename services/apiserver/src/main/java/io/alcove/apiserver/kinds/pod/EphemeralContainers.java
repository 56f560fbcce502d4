package io.alcove.apiserver.kinds.pod;

import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Containers that are added to a running pod, with less than others may have. */
final class EphemeralContainers {

    private static final String NOT_HERE = "cannot be set for an Ephemeral Container";

    /** What is not for them, in the order of upstream's struct. */
    private static final List<String> NOT_ALLOWED =
            List.of(
                    "ports",
                    "resources",
                    "resizePolicy",
                    "restartPolicy",
                    "restartPolicyRules",
                    "livenessProbe",
                    "readinessProbe",
                    "startupProbe",
                    "lifecycle");

    private EphemeralContainers() {}

    static void check(Inspection spec, PodScope scope) {
        Inspection list = spec.field("ephemeralContainers");
        if (list.size() == 0) {
            return;
        }
        Set<String> others = ContainerLists.names(spec.node().path("containers"));
        others.addAll(ContainerLists.names(spec.node().path("initContainers")));
        Set<String> all = new HashSet<>(others);
        list.each(container -> container(container, scope, others, all));
    }

    private static void container(
            Inspection container, PodScope scope, Set<String> others, Set<String> all) {
        ContainerRules.check(container, scope);
        ContainerRules.untrimmedImage(container);
        Inspection name = container.field("name");
        if (!all.add(name.text())) {
            name.duplicate(name.text());
        }
        Inspection target = container.field("targetContainerName");
        if (target.isGiven() && !others.contains(target.text())) {
            target.notFound();
        }
        for (String field : NOT_ALLOWED) {
            if (!container.field(field).isBlank()) {
                container.field(field).forbidden(NOT_HERE);
            }
        }
        container.field("volumeMounts").each(EphemeralContainers::mount);
    }

    private static void mount(Inspection mount) {
        for (String field : List.of("subPath", "subPathExpr")) {
            if (mount.field(field).isGiven()) {
                mount.field(field).forbidden(NOT_HERE);
            }
        }
    }
}
