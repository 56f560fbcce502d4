package io.alcove.syncer.translation;

import io.alcove.apimachinery.object.ApiObject;

/**
 * Where a tenant's pods find the tenant's own API server and DNS.
 *
 * @param apiHost the IP address, as pods reach it; empty for that of the Service kubernetes
 * @param apiIsHostService that address is the cluster IP of a Service on the host: the tenant's
 *     Service kubernetes shows it, and has no copy
 * @param dnsIp the nameserver of pods with cluster DNS; empty where the tenant has none
 * @param clusterDomain without a dot at its end
 */
public record TenantNetwork(
        String apiHost, int apiPort, boolean apiIsHostService, String dnsIp, String clusterDomain) {

    /** Whether this is the Service kubernetes, and stands for a Service that the host has. */
    public boolean showsHostService(ApiObject virtualService) {
        return apiIsHostService && ServiceTranslation.isApiServer(virtualService);
    }

    /** The same network with the API server found where its virtual Service says. */
    public TenantNetwork withApiService(ApiObject service) {
        if (!apiHost.isEmpty()) {
            return this;
        }
        return new TenantNetwork(
                service.text("spec", "clusterIP"),
                service.at("spec", "ports").path(0).path("port").asInt(apiPort),
                apiIsHostService,
                dnsIp,
                clusterDomain);
    }
}
