package io.alcove.syncer.translation;

import io.alcove.apimachinery.object.ApiObject;

/**
 * Where a tenant's pods find the tenant's own API server and DNS.
 *
 * @param apiHost the IP address, as pods reach it; empty for that of the Service kubernetes
 * @param dnsIp the nameserver of pods with cluster DNS; empty where the tenant has none
 * @param clusterDomain without a dot at its end
 */
public record TenantNetwork(String apiHost, int apiPort, String dnsIp, String clusterDomain) {

    /** The same network with the API server found where its virtual Service says. */
    public TenantNetwork withApiService(ApiObject service) {
        if (!apiHost.isEmpty()) {
            return this;
        }
        return new TenantNetwork(
                service.text("spec", "clusterIP"),
                service.at("spec", "ports").path(0).path("port").asInt(apiPort),
                dnsIp,
                clusterDomain);
    }
}
