package io.alcove.apiserver.kinds.pod;

import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.TemplateMetadata;

/** The template that controllers make pods of. */
public final class PodTemplateRules {

    private PodTemplateRules() {}

    public static void check(Inspection template) {
        Inspection labels = template.at("metadata", "labels");
        Inspection annotations = template.at("metadata", "annotations");
        // upstream's path leaves metadata out
        LabelRules.labels(template.field("labels", labels.node()));
        Inspection reported = template.field("annotations", annotations.node());
        TemplateMetadata.annotations(reported);
        Inspection spec = template.field("spec");
        PodAnnotations.check(reported, spec);
        PodSpecRules.check(spec, false, "", false);
        PodAnnotations.matchFields(annotations, spec);
        if (spec.field("ephemeralContainers").size() > 0) {
            spec.field("ephemeralContainers")
                    .forbidden("ephemeral containers not allowed in pod template");
        }
    }

    /** StatefulSets check labels and annotations a second time, which is told a second time. */
    public static void checkTwice(Inspection template) {
        check(template);
        LabelRules.labels(template.field("labels", template.at("metadata", "labels").node()));
        Inspection annotations =
                template.field("annotations", template.at("metadata", "annotations").node());
        TemplateMetadata.annotations(annotations);
        PodAnnotations.check(annotations, template.field("spec"));
    }
}
