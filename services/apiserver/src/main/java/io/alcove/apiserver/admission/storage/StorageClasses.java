package io.alcove.apiserver.admission.storage;

import io.alcove.apimachinery.object.ApiObject;
import java.util.Optional;

/** How a claim names its storage class: by the field, or by an annotation that is older. */
final class StorageClasses {

    private static final String OLDER = "volume.beta.kubernetes.io/storage-class";

    private StorageClasses() {}

    /** May be the empty name, by which a claim wants no class. */
    static Optional<String> of(ApiObject claim) {
        return claim.annotation(OLDER).or(() -> claim.optionalText("spec", "storageClassName"));
    }
}
