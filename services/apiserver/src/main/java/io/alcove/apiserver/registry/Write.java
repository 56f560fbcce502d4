package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.registry.metadata.FieldManager;
import io.alcove.apiserver.request.RequestContext;
import java.util.Optional;

/**
 * A write on its way to the store.
 *
 * @param kind what the body holds: the resource's kind, or that of a subresource
 */
record Write(
        RequestContext context, Resource resource, GroupVersionKind kind, WriteOptions options) {

    boolean isDryRun() {
        return options.isDryRun();
    }

    String subresource() {
        return context.info().subresource();
    }

    String namespace() {
        return context.info().namespace();
    }

    /** Of the URL; empty for a create. */
    String urlName() {
        return context.info().name();
    }

    ObjectName key() {
        return resource.key(namespace(), urlName());
    }

    String fieldManager() {
        return options.fieldManager().isEmpty()
                ? FieldManager.ofUserAgent(context.userAgent())
                : options.fieldManager();
    }

    void warn(Iterable<String> texts) {
        texts.forEach(context.warnings());
    }

    AdmissionRequest admission(
            AdmissionRequest.Operation operation,
            Optional<ApiObject> object,
            Optional<ApiObject> old) {
        return new AdmissionRequest(context, operation, kind, object, old, isDryRun());
    }
}
