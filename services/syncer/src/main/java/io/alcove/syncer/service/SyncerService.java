package io.alcove.syncer.service;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.client.ApiClient;
import io.alcove.client.channel.ApiServerChannel;
import io.alcove.client.channel.ApiServerConnection;
import io.alcove.client.flag.Flags;
import io.alcove.client.informer.Informers;
import io.alcove.syncer.cluster.ApiVirtualClient;
import io.alcove.syncer.cluster.InformerCache;
import io.alcove.syncer.cluster.ObjectCache;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.events.SyncJournal;
import io.alcove.syncer.host.HostCache;
import io.alcove.syncer.host.HostClient;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.mark.HostNames;
import io.alcove.syncer.mark.Marks;
import io.alcove.syncer.relay.HostTypes;
import io.alcove.syncer.relay.PodLogs;
import io.alcove.syncer.relay.RelayServer;
import io.alcove.syncer.relay.RelayService;
import io.alcove.syncer.relay.ServiceBirth;
import io.alcove.syncer.sync.Caches;
import io.alcove.syncer.sync.Syncer;
import io.alcove.syncer.translation.HostObjects;
import io.alcove.syncer.translation.PodTranslation;
import io.alcove.syncer.translation.ServiceTranslation;
import io.alcove.syncer.translation.TenantNetwork;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** A whole syncer out of its flags: both sides, the relay between them, and sync. */
final class SyncerService implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SyncerService.class);
    private static final String FIELD_MANAGER = "alcove-syncer";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final List<VirtualResource> WATCHED =
            List.of(
                    VirtualResource.PODS,
                    VirtualResource.SERVICES,
                    VirtualResource.ENDPOINTS,
                    VirtualResource.ENDPOINT_SLICES,
                    VirtualResource.SECRETS,
                    VirtualResource.CONFIG_MAPS,
                    VirtualResource.CLAIMS,
                    VirtualResource.NAMESPACES,
                    VirtualResource.NODES);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Flags flags;
    private final HostNames names;
    private final HostClient host;
    private final MeterRegistry metrics;
    private final Clock clock;
    private volatile boolean ready;

    SyncerService(Flags flags, HostClient host, MeterRegistry metrics, Clock clock) {
        this.flags = flags;
        this.names =
                new HostNames(
                        flags.text(SyncerFlags.TENANT), flags.text(SyncerFlags.HOST_NAMESPACE));
        this.host = host;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Starts all of it; sync itself begins, in the background, once both sides are read. */
    void start(ApiServerConnection connection, SyncJournal journal)
            throws IOException, InterruptedException {
        HostServices hostServices = new HostServices(host, names.hostNamespace());
        if (flags.bool(SyncerFlags.CREATE_NAMESPACE)) {
            hostServices.ensureNamespace();
        }
        TenantNetwork network = network(hostServices);
        HostObjects hostObjects = new HostObjects(names, hostServices.owner(flags));
        ApiServerChannel channel = closing(ApiServerChannel.open(connection));
        ApiClient client = ApiClient.of(channel.channel(), FIELD_MANAGER, metrics);
        Informers informers = closing(new Informers(client));
        Caches caches = new Caches(names, virtualCaches(informers), hostCaches());
        closing(
                RelayServer.start(
                        flags.number(SyncerFlags.RELAY_PORT),
                        new RelayService(
                                new ServiceBirth(host, names, new ServiceTranslation(hostObjects)),
                                new PodLogs(host, caches, names),
                                new HostTypes(host),
                                network),
                        connection.certificate(),
                        connection.privateKey(),
                        connection.authority()));
        Syncer syncer =
                closing(
                        new Syncer(
                                caches,
                                new ApiVirtualClient(client),
                                host,
                                hostObjects,
                                new Syncer.Settings(podSettings(), network),
                                journal,
                                metrics,
                                clock));
        caches.hostCaches().values().forEach(cache -> ((HostCache) cache).start());
        informers.start();
        Thread starter =
                Thread.ofVirtual().name("sync-start").unstarted(() -> begin(caches, syncer));
        parts.push(starter::interrupt);
        starter.start();
    }

    boolean isReady() {
        return ready;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                LOG.warnf(e, "not closed");
            }
        }
    }

    private void begin(Caches caches, Syncer syncer) {
        try {
            for (ObjectCache cache : caches.hostCaches().values()) {
                awaitSynced(cache, "host");
            }
            for (ObjectCache cache : caches.virtualCaches().values()) {
                awaitSynced(cache, "virtual cluster");
            }
            syncer.start();
            ready = true;
            LOG.infof(
                    "sync started tenant=%s hostNamespace=%s",
                    names.tenant(), names.hostNamespace());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitSynced(ObjectCache cache, String side) throws InterruptedException {
        while (!cache.awaitSynced(PATIENCE)) {
            LOG.warnf("still reading side=%s", side);
        }
    }

    private Map<VirtualResource, ObjectCache> virtualCaches(Informers informers) {
        Map<VirtualResource, ObjectCache> caches = new EnumMap<>(VirtualResource.class);
        for (VirtualResource resource : WATCHED) {
            caches.put(resource, new InformerCache(informers.of(resource.resource())));
        }
        return caches;
    }

    /** Copies by their label; of events all, as the host labels none. */
    private Map<HostResource, ObjectCache> hostCaches() {
        Map<HostResource, ObjectCache> caches = new EnumMap<>(HostResource.class);
        for (HostResource resource : HostResource.values()) {
            String selector =
                    resource == HostResource.EVENTS || resource == HostResource.NODES
                            ? ""
                            : Marks.MANAGED_BY + "=" + names.tenant();
            boolean isWanted =
                    resource != HostResource.NODES || flags.bool(SyncerFlags.VIRTUAL_SCHEDULER);
            if (isWanted) {
                String namespace = resource == HostResource.NODES ? "" : names.hostNamespace();
                caches.put(resource, closing(new HostCache(host, resource, namespace, selector)));
            }
        }
        return caches;
    }

    private PodTranslation.Settings podSettings() {
        return new PodTranslation.Settings(
                flags.text(SyncerFlags.HOST_SERVICE_ACCOUNT),
                flags.bool(SyncerFlags.VIRTUAL_SCHEDULER),
                flags.bool(SyncerFlags.HOST_ACCESS));
    }

    private TenantNetwork network(HostServices services) throws InterruptedException {
        String apiHost = flags.text(SyncerFlags.API_HOST);
        int apiPort = flags.number(SyncerFlags.API_PORT);
        boolean apiIsHostService = flags.isSet(SyncerFlags.API_NAME);
        if (apiIsHostService) {
            ApiObject service = services.await(flags.text(SyncerFlags.API_NAME));
            apiHost = service.text("spec", "clusterIP");
            apiPort = service.at("spec", "ports").path(0).path("port").asInt(apiPort);
        }
        String dnsIp = flags.text(SyncerFlags.DNS_IP);
        if (flags.isSet(SyncerFlags.DNS_NAME)) {
            dnsIp = services.await(flags.text(SyncerFlags.DNS_NAME)).text("spec", "clusterIP");
        }
        if (dnsIp.isEmpty()) {
            LOG.warnf("no DNS for tenant pods: set --dns-service-ip or --dns-service-name");
        }
        return new TenantNetwork(
                apiHost, apiPort, apiIsHostService, dnsIp, flags.text(SyncerFlags.CLUSTER_DOMAIN));
    }

    private <T extends AutoCloseable> T closing(T part) {
        parts.push(part);
        return part;
    }
}
