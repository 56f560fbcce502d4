package io.alcove.apiserver.admission.matching;

import io.alcove.apimachinery.object.GroupVersionResource;
import java.util.List;

/** Under which other groups and versions the objects of a resource are served. */
@FunctionalInterface
public interface EquivalentKinds {

    EquivalentKinds NONE = (resource, subresource) -> List.of();

    List<MatchedKind> of(GroupVersionResource resource, String subresource);
}
