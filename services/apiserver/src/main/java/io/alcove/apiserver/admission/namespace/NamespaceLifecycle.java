package io.alcove.apiserver.admission.namespace;

import static io.alcove.apiserver.admission.CoreResources.NAMESPACES;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import java.util.List;
import java.util.Set;

/** Nothing is made in a namespace that is missing or going; some namespaces never go. */
public final class NamespaceLifecycle implements AdmissionPlugin {

    public static final String NAME = "NamespaceLifecycle";

    private static final Set<String> IMMORTAL = Set.of("default", "kube-system", "kube-public");

    /** Their answers would tell who is not there. */
    private static final GroupResource ACCESS_REVIEWS =
            new GroupResource("authorization.k8s.io", "localsubjectaccessreviews");

    private final ClusterObjects objects;

    public NamespaceLifecycle(ClusterObjects objects) {
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
    public void mutate(AdmissionRequest request) {
        if (request.is(Operation.DELETE)) {
            protect(request);
        } else if (!request.namespace().isEmpty() && !request.resource().equals(ACCESS_REVIEWS)) {
            requireLiving(request);
        }
    }

    private static void protect(AdmissionRequest request) {
        if (request.resource().equals(NAMESPACES) && IMMORTAL.contains(request.name())) {
            throw StatusException.forbidden(
                    NAMESPACES, request.name(), "this namespace may not be deleted");
        }
    }

    private void requireLiving(AdmissionRequest request) {
        String name = request.namespace();
        ApiObject namespace =
                objects.get(NAMESPACES, ObjectName.clusterScoped(name))
                        .orElseThrow(() -> StatusException.notFound(NAMESPACES, name));
        if (request.is(Operation.CREATE)
                && namespace.text("status", "phase").equals("Terminating")) {
            throw terminating(request, name);
        }
    }

    private static StatusException terminating(AdmissionRequest request, String name) {
        Status status =
                request.forbidden(
                                "unable to create new content in namespace "
                                        + name
                                        + " because it is being terminated")
                        .status();
        return new StatusException(
                status.withCauses(
                        List.of(
                                new StatusCause(
                                        "NamespaceTerminating",
                                        "namespace " + name + " is being terminated",
                                        "metadata.namespace"))));
    }
}
