package io.alcove.apiserver.admission.matching;

import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apiserver.admission.AdmissionRequest;

/** As what a rule saw a request: the resource asked for, or an equivalent of it. */
public record MatchedKind(GroupVersionResource resource, GroupVersionKind kind) {

    static MatchedKind of(AdmissionRequest request) {
        return new MatchedKind(request.context().info().groupVersionResource(), request.kind());
    }
}
