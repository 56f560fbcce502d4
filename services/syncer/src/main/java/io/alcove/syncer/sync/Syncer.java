package io.alcove.syncer.sync;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.syncer.cluster.VirtualClient;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.events.SyncJournal;
import io.alcove.syncer.host.HostClient;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.mark.Mark;
import io.alcove.syncer.translation.ClaimTranslation;
import io.alcove.syncer.translation.DataTranslation;
import io.alcove.syncer.translation.EndpointsTranslation;
import io.alcove.syncer.translation.HostObjects;
import io.alcove.syncer.translation.PodReferences;
import io.alcove.syncer.translation.PodTranslation;
import io.alcove.syncer.translation.Reference;
import io.alcove.syncer.translation.ServiceTranslation;
import io.alcove.syncer.translation.TenantNetwork;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sync of a tenant: the loops of all kinds, and what one kind's change means for another. */
public final class Syncer implements AutoCloseable {

    private static final int POD_WORKERS = 16;
    private static final int WORKERS = 4;

    /**
     * @param podSettings what the operator decides about pods
     */
    public record Settings(PodTranslation.Settings podSettings, TenantNetwork network) {}

    private final Caches caches;
    private final TenantNetwork network;
    private final ReferenceGraph references = new ReferenceGraph();
    private final SyncLoop pods;
    private final SyncLoop services;
    private final SyncLoop secrets;
    private final SyncLoop configMaps;
    private final SyncLoop claims;
    private final SyncLoop endpoints;
    private final SyncLoop endpointSlices;
    private final NodeLoop nodes;
    private final EventLoop events;

    public Syncer(
            Caches caches,
            VirtualClient virtual,
            HostClient host,
            HostObjects hostObjects,
            Settings settings,
            SyncJournal journal,
            MeterRegistry metrics,
            Clock clock) {
        this.caches = caches;
        this.network = settings.network();
        StepLog log = new StepLog(caches.names(), journal, metrics);
        PodTranslation podTranslation = new PodTranslation(hostObjects, settings.podSettings());
        NodeUpkeep nodeUpkeep = new NodeUpkeep(virtual, caches, clock);
        StepRunner runner =
                new StepRunner(
                        new DownWriter(host, caches, log),
                        new UpWriter(virtual, nodeUpkeep, log),
                        new TokenMint(virtual, host, podTranslation, clock),
                        new TenantEvents(virtual, caches.names(), clock));
        boolean virtualScheduler = settings.podSettings().virtualScheduler();
        KindSync podSync =
                new PodSync(
                        caches,
                        podTranslation,
                        new PodReadiness(caches, virtualScheduler),
                        new TokenUpkeep(caches, clock),
                        settings.network());
        KindSync serviceSync =
                new ServiceSync(new ServiceTranslation(hostObjects), settings.network(), clock);
        ClaimTranslation claimTranslation = new ClaimTranslation(hostObjects);
        DataTranslation data = new DataTranslation(hostObjects);
        EndpointsTranslation endpointsTranslation = new EndpointsTranslation(hostObjects);
        pods = new SyncLoop(podSync, caches, runner, POD_WORKERS, metrics);
        services = new SyncLoop(serviceSync, caches, runner, WORKERS, metrics);
        secrets =
                copies(
                        VirtualResource.SECRETS,
                        HostResource.SECRETS,
                        ifUsed(PodReferences.SECRET, data::hostCopy),
                        runner,
                        metrics);
        configMaps =
                copies(
                        VirtualResource.CONFIG_MAPS,
                        HostResource.CONFIG_MAPS,
                        ifUsed(PodReferences.CONFIG_MAP, data::hostCopy),
                        runner,
                        metrics);
        claims =
                copies(
                        VirtualResource.CLAIMS,
                        HostResource.CLAIMS,
                        claim -> Optional.of(claimTranslation.hostClaim(claim)),
                        runner,
                        metrics);
        endpoints =
                copies(
                        VirtualResource.ENDPOINTS,
                        HostResource.ENDPOINTS,
                        ifOwn(ApiObject::name, endpointsTranslation::hostEndpoints),
                        runner,
                        metrics);
        endpointSlices =
                copies(
                        VirtualResource.ENDPOINT_SLICES,
                        HostResource.ENDPOINT_SLICES,
                        ifOwn(EndpointsTranslation::serviceOf, endpointsTranslation::hostSlice),
                        runner,
                        metrics);
        nodes = new NodeLoop(caches, nodeUpkeep, metrics);
        events = new EventLoop(caches, virtual, metrics);
        connect();
    }

    /** To be called once the caches have synced: what is not in them would be taken for deleted. */
    public void start() {
        loops().forEach(SyncLoop::start);
        nodes.start();
        events.start();
    }

    @Override
    public void close() {
        loops().forEach(SyncLoop::close);
        nodes.close();
        events.close();
    }

    private Stream<SyncLoop> loops() {
        return Stream.of(pods, services, secrets, configMaps, claims, endpoints, endpointSlices);
    }

    private void connect() {
        caches.of(VirtualResource.PODS).onChange(this::podChanged);
        caches.of(VirtualResource.SERVICES).onChange(this::serviceChanged);
        caches.of(VirtualResource.NAMESPACES).onChange(this::namespaceChanged);
        caches.of(HostResource.SECRETS).onChange(this::hostDataChanged);
        caches.of(HostResource.CONFIG_MAPS).onChange(this::hostDataChanged);
        caches.of(HostResource.CLAIMS).onChange(this::hostDataChanged);
    }

    private void podChanged(ApiObject virtualPod) {
        ObjectName name = virtualPod.objectName();
        boolean isThere = caches.of(VirtualResource.PODS).get(name).isPresent();
        Set<Reference> used = isThere ? PodReferences.of(virtualPod) : Set.of();
        for (Reference changed : references.update(name, used)) {
            switch (changed.kind()) {
                case PodReferences.SECRET -> secrets.add(changed.name());
                case PodReferences.CONFIG_MAP -> configMaps.add(changed.name());
                default -> {}
            }
        }
    }

    private void serviceChanged(ApiObject virtualService) {
        endpoints.add(virtualService.objectName());
        caches.of(VirtualResource.ENDPOINT_SLICES).list().stream()
                .filter(slice -> slice.namespace().equals(virtualService.namespace()))
                .filter(s -> EndpointsTranslation.serviceOf(s).equals(virtualService.name()))
                .forEach(slice -> endpointSlices.add(slice.objectName()));
    }

    /** Labels of a namespace stand on its pods. */
    private void namespaceChanged(ApiObject virtualNamespace) {
        caches.of(VirtualResource.PODS).list().stream()
                .filter(pod -> pod.namespace().equals(virtualNamespace.name()))
                .forEach(pod -> pods.add(pod.objectName()));
    }

    /** What pods wait for may have come; a Secret of tokens is its pod's. */
    private void hostDataChanged(ApiObject hostObject) {
        Mark.read(hostObject, caches.names())
                .ifPresent(
                        mark -> {
                            if (mark.kind().equals(Mark.TOKENS_KIND)) {
                                pods.add(mark.virtualName());
                            } else {
                                references
                                        .usersOf(new Reference(mark.kind(), mark.virtualName()))
                                        .forEach(pods::add);
                            }
                        });
    }

    private Function<ApiObject, Optional<ApiObject>> ifUsed(
            String kind, Function<ApiObject, ApiObject> copy) {
        return virtualObject ->
                references.isUsed(new Reference(kind, virtualObject.objectName()))
                        ? Optional.of(copy.apply(virtualObject))
                        : Optional.empty();
    }

    private Function<ApiObject, Optional<ApiObject>> ifOwn(
            Function<ApiObject, String> serviceName, Function<ApiObject, ApiObject> copy) {
        return virtualObject ->
                EndpointsTranslation.isMirrored(virtualObject)
                        ? Optional.empty()
                        : caches.of(VirtualResource.SERVICES)
                                .get(
                                        new ObjectName(
                                                virtualObject.namespace(),
                                                serviceName.apply(virtualObject)))
                                .filter(service -> !network.showsHostService(service))
                                .filter(ServiceTranslation::hasOwnEndpoints)
                                .map(_ -> copy.apply(virtualObject));
    }

    private SyncLoop copies(
            VirtualResource virtualResource,
            HostResource hostResource,
            Function<ApiObject, Optional<ApiObject>> translation,
            StepRunner runner,
            MeterRegistry metrics) {
        boolean statusUp = virtualResource == VirtualResource.CLAIMS;
        return new SyncLoop(
                new CopySync(virtualResource, hostResource, translation, statusUp),
                caches,
                runner,
                WORKERS,
                metrics);
    }
}
