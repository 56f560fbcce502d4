package io.alcove.apiserver.kinds.core;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.registry.UpdateRules;
import io.alcove.apiserver.request.RequestContext;

/** How pods/binding writes the pod it binds: as it is, the changes are the binding's own. */
final class PodBindingRules implements UpdateRules {

    @Override
    public void prepareForUpdate(RequestContext context, ApiObject pod, ApiObject old) {
        pod.node().set("status", pod.with("status"));
    }

    @Override
    public boolean keepsGeneration() {
        return true;
    }
}
