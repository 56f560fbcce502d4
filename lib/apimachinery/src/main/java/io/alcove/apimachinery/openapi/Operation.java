package io.alcove.apimachinery.openapi;

import io.alcove.apimachinery.object.GroupVersionKind;
import java.util.List;
import java.util.Optional;

/**
 * A method of a path, in the terms that OpenAPI 2 and 3 have in common.
 *
 * @param method of HTTP, lower case
 * @param id unique within all documents
 * @param kind that clients find the operation by
 * @param result the component that it answers with; a plain text where there is none
 * @param codes of the answers that hold the result
 */
record Operation(
        String method,
        Action action,
        String id,
        GroupVersionKind kind,
        List<Parameter> parameters,
        Optional<Body> body,
        Optional<String> result,
        List<Integer> codes) {

    /** The component that a request holds. */
    record Body(String component, boolean required) {}
}
