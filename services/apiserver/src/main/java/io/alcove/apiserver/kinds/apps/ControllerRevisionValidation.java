package io.alcove.apiserver.kinds.apps;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;

/** ControllerRevisions, which never change. */
public final class ControllerRevisionValidation implements Validation {

    @Override
    public void check(Inspection revision) {
        revision.field("revision").nonNegative();
        Inspection data = revision.field("data");
        if (!data.isPresent()) {
            data.missing("data is mandatory");
        } else if (!data.node().isObject()) {
            data.missing("data must be a valid JSON object");
        }
    }

    @Override
    public void checkUpdate(Inspection revision, ApiObject old) {
        revision.field("revision").nonNegative();
        revision.field("data").unchanged(old.at("data"));
    }
}
