package io.alcove.apiserver.kinds.strategy;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.form.WireForm;
import io.alcove.apiserver.kinds.defaults.DisabledFields;
import io.alcove.apiserver.kinds.defaults.TypeDefaults;
import io.alcove.apiserver.kinds.printing.GoStructs;

/**
 * Brings an object into its wire form with the defaults of all its types.
 *
 * @param structs how refusals show what is in it
 */
public record Defaulting(WireForm form, TypeDefaults defaults, GoStructs structs) {

    public void apply(ApiObject object) {
        SecretTexts.merge(object);
        form.normalize(object, defaults::apply);
    }

    /** As {@link #apply}, and drops what belongs to features that are off. */
    public void complete(ApiObject object) {
        SecretTexts.merge(object);
        form.normalize(
                object,
                (type, node) -> {
                    DisabledFields.drop(type, node);
                    defaults.apply(type, node);
                });
    }
}
