package io.alcove.apiserver.admission.namespace;

import static io.alcove.apiserver.admission.CoreResources.NAMESPACES;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import java.util.Set;

/** Nothing is written in a namespace that is missing. */
public final class NamespaceExists implements AdmissionPlugin {

    public static final String NAME = "NamespaceExists";

    private final ClusterObjects objects;

    public NamespaceExists(ClusterObjects objects) {
        this.objects = objects;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.CREATE, Operation.UPDATE, Operation.DELETE);
    }

    @Override
    public void validate(AdmissionRequest request) {
        String name = request.namespace();
        if (!name.isEmpty() && objects.get(NAMESPACES, ObjectName.clusterScoped(name)).isEmpty()) {
            throw StatusException.notFound(NAMESPACES, name);
        }
    }
}
