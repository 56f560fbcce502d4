package io.alcove.apiserver.kinds;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.form.WireForm;
import io.alcove.apiserver.kinds.defaults.TypeDefaults;

/** Brings an object into its wire form with the defaults of all its types. */
record Defaulting(WireForm form, TypeDefaults defaults) {

    void apply(ApiObject object) {
        form.normalize(object, defaults::apply);
    }
}
