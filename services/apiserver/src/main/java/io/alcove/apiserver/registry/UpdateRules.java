package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.request.RequestContext;
import java.util.List;

/**
 * What holds when an object is updated, through its own path or through one of its subresources.
 *
 * <p>Before these are asked the registry has carried over what the path does not write: system
 * metadata always; status on the main path of a kind that has that subresource; all but metadata
 * and status on the status path. Objects come in the storage version and with defaults applied.
 */
public interface UpdateRules {

    /** Changes the new object in place: carries over what clients may not write. */
    default void prepareForUpdate(RequestContext context, ApiObject object, ApiObject old) {}

    /** Causes beside those of ObjectMeta, which the registry checks itself. */
    default List<StatusCause> validateUpdate(
            RequestContext context, ApiObject object, ApiObject old) {
        return List.of();
    }

    /** Texts for the Warning header. */
    default List<String> updateWarnings(RequestContext context, ApiObject object, ApiObject old) {
        return List.of();
    }

    /** Whether metadata.generation stays, whatever is changed. */
    default boolean keepsGeneration() {
        return false;
    }

    /** Whether an update without resourceVersion writes over whatever is there. */
    default boolean allowsUnconditionalUpdate() {
        return true;
    }
}
