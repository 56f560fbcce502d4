package io.alcove.syncer.translation;

import io.alcove.apimachinery.object.ApiObject;
import java.util.List;
import java.util.Map;

/**
 * What else the translation of a pod depends on.
 *
 * @param namespaceLabels the labels of the pod's virtual namespace
 * @param services the virtual Services of the pod's namespace
 * @param network the tenant's addresses
 */
public record PodSurroundings(
        Map<String, String> namespaceLabels, List<ApiObject> services, TenantNetwork network) {

    public PodSurroundings {
        namespaceLabels = Map.copyOf(namespaceLabels);
        services = List.copyOf(services);
    }
}
