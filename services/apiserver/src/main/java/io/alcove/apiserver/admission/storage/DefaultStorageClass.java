package io.alcove.apiserver.admission.storage;

import static io.alcove.apiserver.admission.CoreResources.PERSISTENT_VOLUME_CLAIMS;
import static io.alcove.apiserver.admission.CoreResources.STORAGE_CLASSES;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.DefaultClasses;
import java.util.Set;

/** Gives claims that name no class the default one. */
public final class DefaultStorageClass implements AdmissionPlugin {

    public static final String NAME = "DefaultStorageClass";

    private static final Set<String> MARKS =
            Set.of(
                    "storageclass.kubernetes.io/is-default-class",
                    "storageclass.beta.kubernetes.io/is-default-class");

    private final ClusterObjects objects;

    public DefaultStorageClass(ClusterObjects objects) {
        this.objects = objects;
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
        if (!request.isFor(PERSISTENT_VOLUME_CLAIMS)) {
            return;
        }
        ApiObject claim = request.newObject();
        if (StorageClasses.of(claim).isEmpty()) {
            DefaultClasses.find(objects, STORAGE_CLASSES, MARKS)
                    .ifPresent(c -> claim.with("spec").put("storageClassName", c.name()));
        }
    }
}
