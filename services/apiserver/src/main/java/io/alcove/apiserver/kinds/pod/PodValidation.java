package io.alcove.apiserver.kinds.pod;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;

/** Pods. */
public final class PodValidation implements Validation {

    @Override
    public void check(Inspection pod) {
        metadataAndSpec(pod);
        Inspection spec = pod.field("spec");
        if (spec.field("ephemeralContainers").size() > 0) {
            spec.field("ephemeralContainers").forbidden("cannot be set on create");
        }
        if (spec.field("nodeName").isGiven() && spec.field("schedulingGates").size() > 0) {
            spec.field("nodeName")
                    .forbidden("cannot be set until all schedulingGates have been cleared");
        }
        PodAnnotations.matchFields(pod.at("metadata", "annotations"), spec);
    }

    @Override
    public void checkUpdate(Inspection pod, ApiObject old) {
        metadataAndSpec(pod);
        annotations(pod, old);
        PodUpdateRules.check(pod.field("spec"), old.at("spec"));
    }

    static void metadataAndSpec(Inspection pod) {
        Inspection spec = pod.field("spec");
        Inspection annotations = pod.at("metadata", "annotations");
        PodAnnotations.check(annotations, spec);
        boolean isMirror = annotations.node().has(PodAnnotations.MIRROR);
        PodSpecRules.check(spec, true, pod.at("metadata", "name").text(), isMirror);
        if (!spec.field("serviceAccountName").isGiven()) {
            spec.field("volumes").each(PodValidation::noToken);
        }
        spec.field("containers").each(ContainerRules::untrimmedImage);
        spec.field("initContainers").each(ContainerRules::untrimmedImage);
    }

    private static void noToken(Inspection volume) {
        volume.at("projected", "sources")
                .each(
                        source -> {
                            if (source.field("serviceAccountToken").isPresent()) {
                                source.field("serviceAccountToken")
                                        .forbidden(
                                                "must not be specified when serviceAccountName is not set");
                            }
                        });
    }

    static void annotations(Inspection pod, ApiObject old) {
        Inspection annotations = pod.at("metadata", "annotations");
        PodAnnotations.checkUpdate(annotations, old.at("metadata", "annotations"));
        PodAnnotations.check(annotations, pod.field("spec"));
    }
}
