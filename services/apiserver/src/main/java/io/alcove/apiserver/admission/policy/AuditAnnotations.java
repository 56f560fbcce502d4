package io.alcove.apiserver.admission.policy;

import io.alcove.apiserver.request.RequestContext;

/** Takes what admission adds to the audit event of a request. */
@FunctionalInterface
public interface AuditAnnotations {

    AuditAnnotations NONE = (context, key, value) -> {};

    void add(RequestContext context, String key, String value);
}
