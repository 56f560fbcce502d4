package io.alcove.apiserver.kinds.resource;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.TemplateMetadata;
import io.alcove.apiserver.kinds.validation.Validation;

/** Templates of claims, which never change. */
public final class ResourceClaimTemplateValidation implements Validation {

    @Override
    public void check(Inspection template) {
        Inspection metadata = template.at("spec", "metadata");
        TemplateMetadata.annotations(metadata.field("annotations"));
        LabelRules.labels(metadata.field("labels"));
        DeviceClaimRules.check(template.at("spec", "spec", "devices"));
    }

    @Override
    public void checkUpdate(Inspection template, ApiObject old) {
        template.field("spec").immutable(old.at("spec"), "oresource.ResourceClaimTemplateSpec");
    }
}
