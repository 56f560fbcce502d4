package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;

/** Whether an object is the one that the URL names. */
final class RequestNames {

    private RequestNames() {}

    /**
     * Fills in or refuses the namespace, as upstream's
     * EnsureObjectNamespaceMatchesRequestNamespace.
     */
    static void matchNamespace(Write write, ApiObject object) {
        String expected = write.resource().served().namespaced() ? write.namespace() : "";
        String given = object.namespace();
        if (given.equals(expected)) {
            return;
        }
        if (!given.isEmpty() && !expected.isEmpty()) {
            throw StatusException.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        if (expected.isEmpty()) {
            object.with("metadata").remove("namespace");
        } else {
            object.with("metadata").put("namespace", expected);
        }
    }

    static void matchName(Write write, ApiObject object) {
        if (object.name().isEmpty()) {
            throw StatusException.badRequest(
                    "the name of the object (%s based on URL) was undeterminable: name must be provided"
                            .formatted(write.urlName()));
        }
        if (!object.name().equals(write.urlName())) {
            throw StatusException.badRequest(
                    "the name of the object (%s) does not match the name on the URL (%s)"
                            .formatted(object.name(), write.urlName()));
        }
    }
}
