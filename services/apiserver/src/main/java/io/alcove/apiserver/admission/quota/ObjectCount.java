package io.alcove.apiserver.admission.quota;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.limits.ResourceList;
import java.util.List;

/** Objects that cost nothing but their number, under one name or two. */
record ObjectCount(List<String> names) implements Evaluator {

    static final Quantity ONE = Quantity.of(1);

    static String name(GroupResource resource) {
        return "count/" + resource;
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.subresource().isEmpty() && request.is(Operation.CREATE);
    }

    @Override
    public boolean counts(String name) {
        return names.contains(name);
    }

    @Override
    public ResourceList usage(ApiObject object) {
        return names.stream()
                .map(name -> ResourceList.of(name, ONE))
                .reduce(ResourceList.EMPTY, ResourceList::plus);
    }
}
