package io.alcove.apiserver.registry;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * What a registry is made of.
 *
 * @param catalog the present one: custom resources change it
 */
public record RegistryParts(
        Supplier<Catalog> catalog,
        KindStrategies strategies,
        VirtualResources virtualResources,
        ObjectStorages storages,
        AdmissionChain admission,
        WritePermissions permissions,
        CustomKinds customKinds,
        Clock clock) {

    /** Of a registry of built-in kinds only. */
    public RegistryParts(
            Supplier<Catalog> catalog,
            KindStrategies strategies,
            VirtualResources virtualResources,
            ObjectStorages storages,
            AdmissionChain admission,
            WritePermissions permissions,
            Clock clock) {
        this(
                catalog,
                strategies,
                virtualResources,
                storages,
                admission,
                permissions,
                CustomKinds.NONE,
                clock);
    }
}
