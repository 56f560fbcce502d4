package io.alcove.apiserver.admission.storage;

import static io.alcove.apiserver.admission.CoreResources.PERSISTENT_VOLUME_CLAIMS;
import static io.alcove.apiserver.admission.CoreResources.STORAGE_CLASSES;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import java.util.Set;

/** Lets claims grow only where their class can make the volume grow. */
public final class PersistentVolumeClaimResize implements AdmissionPlugin {

    public static final String NAME = "PersistentVolumeClaimResize";

    private final ClusterObjects objects;

    public PersistentVolumeClaimResize(ClusterObjects objects) {
        this.objects = objects;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.UPDATE);
    }

    @Override
    public void validate(AdmissionRequest request) {
        if (!request.isFor(PERSISTENT_VOLUME_CLAIMS)) {
            return;
        }
        ApiObject old = request.presentObject();
        if (size(request.newObject()).compareTo(size(old)) <= 0) {
            return;
        }
        if (!old.text("status", "phase").equals("Bound")) {
            throw request.forbidden("Only bound persistent volume claims can be expanded");
        }
        if (!mayGrow(request.newObject(), old)) {
            throw request.forbidden(
                    "only dynamically provisioned pvc can be resized and the storageclass that provisions the pvc must support resize");
        }
    }

    private boolean mayGrow(ApiObject claim, ApiObject old) {
        String name = StorageClasses.of(claim).orElse("");
        return !name.isEmpty()
                && name.equals(StorageClasses.of(old).orElse(""))
                && objects.get(STORAGE_CLASSES, ObjectName.clusterScoped(name))
                        .filter(c -> c.at("allowVolumeExpansion").asBoolean())
                        .isPresent();
    }

    private static Quantity size(ApiObject claim) {
        return claim.optionalText("spec", "resources", "requests", "storage")
                .map(Quantity::parse)
                .orElse(Quantity.ZERO);
    }
}
