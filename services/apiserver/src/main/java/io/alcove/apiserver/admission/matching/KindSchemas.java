package io.alcove.apiserver.admission.matching;

import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.schema.Schema;
import java.util.Optional;

/** The schema of a kind that is served. */
@FunctionalInterface
public interface KindSchemas {

    KindSchemas NONE = kind -> Optional.empty();

    Optional<Schema> of(GroupVersionKind kind);
}
