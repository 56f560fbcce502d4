package io.alcove.apiserver;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.allocation.Cidr;
import io.alcove.apiserver.allocation.HostServiceAllocator;
import io.alcove.apiserver.allocation.OwnServiceAllocator;
import io.alcove.apiserver.allocation.PortRange;
import io.alcove.apiserver.allocation.ServiceAllocator;
import io.alcove.apiserver.audit.Audit;
import io.alcove.apiserver.bootstrap.BackgroundAttempts;
import io.alcove.apiserver.bootstrap.Bootstrap;
import io.alcove.apiserver.bootstrap.ClusterTrust;
import io.alcove.apiserver.bootstrap.KubernetesService;
import io.alcove.apiserver.bootstrap.Loopback;
import io.alcove.apiserver.bootstrap.ServerLeases;
import io.alcove.apiserver.config.AdmissionOptions;
import io.alcove.apiserver.config.ApiServerOptions;
import io.alcove.apiserver.config.AuditOptions;
import io.alcove.apiserver.config.FeatureGates;
import io.alcove.apiserver.config.RelayOptions;
import io.alcove.apiserver.config.TrustOptions;
import io.alcove.apiserver.customresource.CustomResources;
import io.alcove.apiserver.customresource.DefinitionController;
import io.alcove.apiserver.customresource.Documents;
import io.alcove.apiserver.customresource.InstanceDeletion;
import io.alcove.apiserver.grpc.GrpcDoor;
import io.alcove.apiserver.grpc.ObjectsService;
import io.alcove.apiserver.health.ServerHealth;
import io.alcove.apiserver.http.HttpsServer;
import io.alcove.apiserver.http.RestDoor;
import io.alcove.apiserver.http.RestDoorParts;
import io.alcove.apiserver.kinds.BuiltInKinds;
import io.alcove.apiserver.metrics.Metrics;
import io.alcove.apiserver.metrics.ProcessMetrics;
import io.alcove.apiserver.openapi.DescribedDocuments;
import io.alcove.apiserver.openapi.HostTypes;
import io.alcove.apiserver.pipeline.AccessControl;
import io.alcove.apiserver.pipeline.InFlightLimit;
import io.alcove.apiserver.pod.LogSource;
import io.alcove.apiserver.pod.PodLogs;
import io.alcove.apiserver.pod.PodSubresources;
import io.alcove.apiserver.registry.KindFields;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.registry.RegistryParts;
import io.alcove.apiserver.registry.VirtualResources;
import io.alcove.apiserver.registry.WritePermissions;
import io.alcove.apiserver.relay.Relay;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.storage.CompactionSchedule;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.alcove.apiserver.tls.CertificateReload;
import io.alcove.apiserver.tls.ServingKeys;
import io.alcove.client.channel.MutualTlsServer;
import io.alcove.client.flag.Flags;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A whole API server, put together from its options. Closing it ends what it started, last first.
 */
public final class ApiServer implements AutoCloseable {

    private final Deque<Runnable> ends = new ArrayDeque<>();
    private final Registry registry;
    private final HttpsServer https;
    private int grpcPort;

    /**
     * @param store stays the caller's to close
     * @param accessOver makes the access control, which reads roles from the objects
     */
    public ApiServer(
            ApiServerOptions options,
            Store store,
            Function<ObjectStorages, AccessControl> accessOver,
            Vertx vertx)
            throws IOException {
        Flags flags = options.flags();
        Clock clock = Clock.systemUTC();
        Catalog catalog = Catalog.load(flags.text("kubernetes-version"));
        Cidr range = Cidr.parse(flags.text("service-cluster-ip-range"));
        Optional<Relay> relay = RelayOptions.open(options);
        relay.ifPresent(r -> ends.push(r::close));
        OwnServiceAllocator own =
                new OwnServiceAllocator(range, PortRange.DEFAULT, new SecureRandom());
        ServiceAllocator services =
                relay.<ServiceAllocator>map(r -> new HostServiceAllocator(r.services()))
                        .orElse(own);
        BuiltInKinds kinds = new BuiltInKinds(catalog, services, clock);
        CustomResources customResources =
                new CustomResources(catalog, new KindFields(kinds), clock);
        ObjectStorages storages = ObjectStorages.open(store, customResources, clock);
        ends.push(storages::close);
        ends.push(
                CompactionSchedule.start(store, flags.duration("etcd-compaction-interval"))::close);
        AccessControl access = accessOver.apply(storages);
        VirtualResources answers = access.answers();
        PodSubresources.addTo(answers, clock);
        if (relay.isEmpty()) {
            ends.push(own.open(storages, clock)::close);
        }
        Loopback loopback = new Loopback(customResources, this::registry);
        this.registry =
                new Registry(
                        new RegistryParts(
                                customResources,
                                kinds,
                                answers,
                                storages,
                                AdmissionOptions.build(
                                        options,
                                        storages,
                                        access,
                                        new AdmissionOptions.Surroundings(
                                                customResources, loopback, clock)),
                                permissions(access),
                                customResources,
                                clock));
        ends.push(
                DefinitionController.start(
                                customResources,
                                storages,
                                loopback,
                                new InstanceDeletion(
                                        storages, loopback, loopback::deleteAll, clock),
                                clock)
                        ::close);
        access.started(registry);
        Bootstrap bootstrap = new Bootstrap(catalog, registry);
        bootstrap.run();
        ends.push(ClusterTrust.keep(TrustOptions.of(options), storages, bootstrap)::close);
        InFlightLimit limit =
                new InFlightLimit(
                        flags.number("max-requests-inflight"),
                        flags.number("max-mutating-requests-inflight"));
        String address = options.advertiseAddress() + ":" + flags.text("secure-port");
        Documents documents = new Documents(customResources, address);
        Metrics metrics = metrics(catalog, storages, limit);
        ServerHealth health = new ServerHealth(store, storages);
        Audit audit = AuditOptions.build(options, clock);
        ends.push(audit::close);
        RestDoor door =
                new RestDoor(
                        new RestDoorParts(
                                catalog.minor(),
                                FeatureGates.of(options).cborServing(),
                                customResources,
                                documents::discovery,
                                new DescribedDocuments(
                                        documents::openApi,
                                        relay.map(Relay::types).orElse(HostTypes.NONE),
                                        clock),
                                registry,
                                new PodLogs(
                                        registry, relay.map(Relay::logs).orElse(LogSource.NONE)),
                                access,
                                limit,
                                health.checks(),
                                metrics,
                                audit));
        ServingKeys keys =
                new ServingKeys(flags.path("tls-cert-file"), flags.path("tls-private-key-file"));
        ends.push(CertificateReload.start(keys)::close);
        this.https =
                HttpsServer.start(
                        vertx, flags.text("bind-address"), flags.number("secure-port"), keys, door);
        ends.push(https::close);
        KubernetesService self = new KubernetesService(bootstrap);
        if (flags.isSet("etcd-servers")) {
            ends.push(
                    ServerLeases.start(
                                    storages,
                                    options.advertiseAddress(),
                                    clock,
                                    alive -> self.keepEndpoints(alive, https.port()))
                            ::close);
        } else {
            self.keepEndpoints(List.of(options.advertiseAddress()), https.port());
        }
        if (relay.isPresent()) {
            // the syncer itself waits for this server, so it may be there only later
            ends.push(
                    BackgroundAttempts.start(
                                    "kubernetes-service",
                                    () -> self.ensureService("", https.port()))
                            ::close);
        } else {
            self.ensureService(range.at(Cidr.FIRST_HOST).getHostAddress(), https.port());
        }
        if (flags.isSet("grpc-client-ca-file")) {
            MutualTlsServer grpc =
                    GrpcDoor.start(
                            new InetSocketAddress(
                                    flags.text("bind-address"), flags.number("grpc-port")),
                            new MutualTlsServer.Files(
                                    flags.path("grpc-tls-cert-file"),
                                    flags.path("grpc-tls-private-key-file"),
                                    flags.path("grpc-client-ca-file")),
                            new ObjectsService(access, limit, registry));
            this.grpcPort = grpc.port();
            ends.push(grpc::close);
            ends.push(storages::endWatches);
            ends.push(grpc::refuseMore);
        }
        health.started();
        ends.push(health::stopping);
    }

    public Registry registry() {
        return registry;
    }

    /** The port of the HTTPS API, also where any free one was asked for. */
    public int securePort() {
        return https.port();
    }

    /** The port of the gRPC door; 0 where there is none. */
    public int grpcPort() {
        return grpcPort;
    }

    private static Metrics metrics(Catalog catalog, ObjectStorages storages, InFlightLimit limit) {
        Metrics metrics = new Metrics();
        ProcessMetrics.addTo(metrics, catalog.version().path("gitVersion").asText());
        metrics.observed(
                "apiserver_current_inflight_requests",
                "gauge",
                "Requests that are worked on.",
                List.of("request_kind"),
                limit::inFlight);
        metrics.observed(
                "apiserver_resource_objects",
                "gauge",
                "Objects that are stored.",
                List.of("group", "resource"),
                () -> counts(storages));
        return metrics;
    }

    private static Map<List<String>, Double> counts(ObjectStorages storages) {
        return storages.counts().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                e -> List.of(e.getKey().group(), e.getKey().resource()),
                                e -> (double) e.getValue()));
    }

    /** An update or apply that is about to create needs the right to create. */
    private static WritePermissions permissions(AccessControl access) {
        return new WritePermissions() {
            @Override
            public void mayCreate(RequestContext context) {
                RequestInfo info = context.info();
                access.authorize(
                        context.user(), info.with("create", info.subresource(), info.objectName()));
            }

            @Override
            public void mayWrite(
                    RequestContext context, ApiObject object, Optional<ApiObject> old) {
                access.authorizeWrite(context, object, old);
            }
        };
    }

    @Override
    public void close() {
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
    }
}
