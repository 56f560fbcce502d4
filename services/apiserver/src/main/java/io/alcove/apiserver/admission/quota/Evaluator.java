package io.alcove.apiserver.admission.quota;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.limits.ResourceList;
import java.util.Optional;
import java.util.Set;

/** What the objects of one resource cost. */
interface Evaluator {

    /** Whether the request can change what its object costs. */
    boolean handles(AdmissionRequest request);

    /** Whether the objects can cost something of a name in a quota. */
    boolean counts(String name);

    ResourceList usage(ApiObject object);

    /** Whether the object is in a scope of a quota. */
    default boolean isIn(QuotaScope scope, ApiObject object) {
        return false;
    }

    /** What an object must say where a quota limits the named resources, and does not. */
    default Optional<String> missing(Set<String> limited, ApiObject object) {
        return Optional.empty();
    }
}
