package io.alcove.apiserver.admission.storage;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.CoreResources;
import java.util.Map;
import java.util.Set;

/** Lets volumes and claims go only when nobody uses them: a controller takes the finalizer off. */
public final class StorageObjectInUseProtection implements AdmissionPlugin {

    public static final String NAME = "StorageObjectInUseProtection";

    private static final Map<GroupResource, String> FINALIZERS =
            Map.of(
                    new GroupResource("", "persistentvolumes"),
                    "kubernetes.io/pv-protection",
                    CoreResources.PERSISTENT_VOLUME_CLAIMS,
                    "kubernetes.io/pvc-protection",
                    new GroupResource("storage.k8s.io", "volumeattributesclasses"),
                    "kubernetes.io/vac-protection");

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
        String finalizer = FINALIZERS.get(request.resource());
        if (finalizer == null || !request.subresource().isEmpty()) {
            return;
        }
        ApiObject object = request.newObject();
        if (!object.finalizers().contains(finalizer)) {
            object.with("metadata").withArray("finalizers").add(finalizer);
        }
    }
}
