package io.alcove.apiserver.admission.quota;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.limits.ResourceList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Claims and their storage, also by storage class. */
final class VolumeClaimCost implements Evaluator {

    private static final String COUNT = "count/persistentvolumeclaims";
    private static final String CLAIMS = "persistentvolumeclaims";
    private static final String STORAGE = "requests.storage";
    private static final String OF_CLASS = ".storageclass.storage.k8s.io/";
    private static final String OLDER_CLASS = "volume.beta.kubernetes.io/storage-class";

    @Override
    public boolean handles(AdmissionRequest request) {
        return switch (request.subresource()) {
            case "" -> true;
            case "status" ->
                    request.is(Operation.UPDATE)
                            && !costOfStatus(request.newObject())
                                    .equals(costOfStatus(request.presentObject()));
            default -> false;
        };
    }

    private static List<Object> costOfStatus(ApiObject claim) {
        return List.of(
                claim.text("status", "allocatedResources", "storage"), attributesClasses(claim));
    }

    @Override
    public boolean counts(String name) {
        return name.equals(COUNT)
                || name.equals(CLAIMS)
                || name.equals(STORAGE)
                || name.endsWith(OF_CLASS + CLAIMS)
                || name.endsWith(OF_CLASS + STORAGE);
    }

    @Override
    public ResourceList usage(ApiObject claim) {
        String storageClass =
                claim.annotation(OLDER_CLASS)
                        .orElseGet(() -> claim.text("spec", "storageClassName"));
        ResourceList usage =
                ResourceList.of(COUNT, ObjectCount.ONE)
                        .plus(named(storageClass, CLAIMS, ObjectCount.ONE));
        JsonNode requested = claim.at("spec", "resources", "requests", "storage");
        if (requested.isMissingNode()) {
            return usage;
        }
        Quantity storage = Quantity.parse(requested.asText());
        JsonNode allocated = claim.at("status", "allocatedResources", "storage");
        if (!allocated.isMissingNode()) {
            Quantity other = Quantity.parse(allocated.asText());
            storage = other.compareTo(storage) > 0 ? other : storage;
        }
        return usage.plus(named(storageClass, STORAGE, storage));
    }

    private static ResourceList named(String storageClass, String name, Quantity amount) {
        ResourceList all = ResourceList.of(name, amount);
        return storageClass.isEmpty()
                ? all
                : all.plus(ResourceList.of(storageClass + OF_CLASS + name, amount));
    }

    @Override
    public boolean isIn(QuotaScope scope, ApiObject claim) {
        return scope.name().equals("VolumeAttributesClass")
                && scope.selects(attributesClasses(claim));
    }

    private static Set<String> attributesClasses(ApiObject claim) {
        Set<String> names = new TreeSet<>();
        names.add(claim.text("spec", "volumeAttributesClassName"));
        names.add(claim.text("status", "currentVolumeAttributesClassName"));
        names.add(claim.text("status", "modifyVolumeStatus", "targetVolumeAttributesClassName"));
        names.remove("");
        return names;
    }
}
