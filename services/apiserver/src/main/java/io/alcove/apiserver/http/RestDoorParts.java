package io.alcove.apiserver.http;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.discovery.DiscoveryDocuments;
import io.alcove.apiserver.audit.Audit;
import io.alcove.apiserver.health.HealthCheck;
import io.alcove.apiserver.metrics.Metrics;
import io.alcove.apiserver.openapi.DescribedDocuments;
import io.alcove.apiserver.pipeline.AccessControl;
import io.alcove.apiserver.pipeline.InFlightLimit;
import io.alcove.apiserver.pod.PodLogs;
import io.alcove.apiserver.registry.Registry;
import java.util.List;
import java.util.function.Supplier;

/**
 * What the REST door is made of.
 *
 * @param kubernetesVersion the minor one ("1.36")
 * @param cbor whether CBOR is served
 * @param checks of /livez and /readyz
 */
public record RestDoorParts(
        String kubernetesVersion,
        boolean cbor,
        Supplier<Catalog> catalog,
        Supplier<DiscoveryDocuments> discovery,
        DescribedDocuments openApi,
        Registry registry,
        PodLogs logs,
        AccessControl access,
        InFlightLimit limit,
        List<HealthCheck> checks,
        Metrics metrics,
        Audit audit) {}
