package io.alcove.apiserver.kinds;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apiserver.allocation.ServiceAllocator;
import io.alcove.apiserver.form.TypeForms;
import io.alcove.apiserver.form.WireForm;
import io.alcove.apiserver.kinds.apps.AppsKinds;
import io.alcove.apiserver.kinds.batch.BatchKinds;
import io.alcove.apiserver.kinds.certificates.CertificateKinds;
import io.alcove.apiserver.kinds.core.CoreKinds;
import io.alcove.apiserver.kinds.defaults.TypeDefaults;
import io.alcove.apiserver.kinds.extensions.DefinitionStrategy;
import io.alcove.apiserver.kinds.networking.EndpointSliceStrategy;
import io.alcove.apiserver.kinds.printing.GoStructs;
import io.alcove.apiserver.kinds.scheduling.LeaseStrategy;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.TraitsTable;
import io.alcove.apiserver.registry.KindStrategies;
import io.alcove.apiserver.registry.KindStrategy;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The strategies of the kinds that kube-apiserver has built in. */
public final class BuiltInKinds implements KindStrategies {

    private static final GroupKind ENDPOINT_SLICE =
            new GroupKind("discovery.k8s.io", "EndpointSlice");

    private static final GroupKind LEASE = new GroupKind("coordination.k8s.io", "Lease");

    private static final GroupKind DEFINITION =
            new GroupKind("apiextensions.k8s.io", "CustomResourceDefinition");

    private final Defaulting defaulting;
    private final TraitsTable traits;
    private final Map<GroupKind, KindStrategy> strategies = new ConcurrentHashMap<>();

    /**
     * @param catalog of the Kubernetes version
     */
    public BuiltInKinds(Catalog catalog, ServiceAllocator services, Clock clock) {
        this.traits = new TraitsTable(catalog, Validations.all());
        this.defaulting =
                new Defaulting(
                        new WireForm(TypeForms.of(catalog)),
                        TypeDefaults.builtIn(),
                        GoStructs.load(catalog.minor()));
        strategies.putAll(new CoreKinds(defaulting, traits, services, clock).strategies());
        strategies.putAll(new AppsKinds(defaulting, traits).strategies());
        strategies.putAll(new BatchKinds(defaulting, traits).strategies());
        strategies.putAll(new CertificateKinds(defaulting, traits).strategies());
        strategies.put(
                ENDPOINT_SLICE, new EndpointSliceStrategy(defaulting, traits.of(ENDPOINT_SLICE)));
        strategies.put(
                DEFINITION, new DefinitionStrategy(defaulting, traits.of(DEFINITION), clock));
        strategies.put(LEASE, new LeaseStrategy(defaulting, traits.of(LEASE)));
    }

    @Override
    public KindStrategy of(GroupKind kind) {
        return strategies.computeIfAbsent(kind, this::general);
    }

    private KindStrategy general(GroupKind kind) {
        return new BuiltInStrategy(defaulting, traits.of(kind));
    }
}
