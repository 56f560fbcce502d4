package io.alcove.apiserver.admission.namespace;

import static io.alcove.apiserver.admission.CoreResources.NAMESPACES;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.ClusterWrites;
import java.util.Set;

/** Makes the namespace of what is made. */
public final class NamespaceAutoProvision implements AdmissionPlugin {

    public static final String NAME = "NamespaceAutoProvision";

    private static final GroupVersionKind NAMESPACE = new GroupVersionKind("", "v1", "Namespace");

    private final ClusterObjects objects;
    private final ClusterWrites writes;

    public NamespaceAutoProvision(ClusterObjects objects, ClusterWrites writes) {
        this.objects = objects;
        this.writes = writes;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.CREATE);
    }

    @Override
    public void mutate(AdmissionRequest request) {
        ObjectName name = ObjectName.clusterScoped(request.namespace());
        if (!request.dryRun()
                && !request.namespace().isEmpty()
                && objects.get(NAMESPACES, name).isEmpty()) {
            create(request, name);
        }
    }

    private void create(AdmissionRequest request, ObjectName name) {
        try {
            writes.create(ApiObject.of(NAMESPACE, name));
        } catch (StatusException e) {
            if (e.is(StatusReason.FORBIDDEN)) {
                throw e;
            }
            if (!e.is(StatusReason.ALREADY_EXISTS)) {
                throw request.forbidden(String.valueOf(e.getMessage()));
            }
        }
    }
}
