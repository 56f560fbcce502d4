package io.alcove.apiserver.registry;

import io.alcove.apimachinery.catalog.ResourceType;
import java.util.Optional;

/** Finds the kinds that are defined at run time. */
@FunctionalInterface
public interface CustomKinds {

    CustomKinds NONE = _ -> Optional.empty();

    /** Empty for what is built in. */
    Optional<CustomKind> of(ResourceType type);
}
