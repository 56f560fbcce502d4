package io.alcove.dns.watch;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.client.ApiClient;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.informer.Informers;
import io.alcove.dns.zone.ClusterZone;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Follows services, endpoint slices and namespaces by watch, and brings each change to the zone.
 */
public final class ZoneFeed implements AutoCloseable {

    private static final GroupVersionResource SERVICES =
            new GroupVersionResource("", "v1", "services");
    private static final GroupVersionResource SLICES =
            new GroupVersionResource("discovery.k8s.io", "v1", "endpointslices");
    private static final GroupVersionResource NAMESPACES =
            new GroupVersionResource("", "v1", "namespaces");

    private final Informers informers;

    public ZoneFeed(ApiClient client, ClusterZone zone) {
        informers = new Informers(client);
        follow(
                SERVICES,
                KeptFields::service,
                service -> zone.put(ServiceReader.service(service)),
                service -> zone.removeService(service.objectName()));
        follow(
                SLICES,
                KeptFields::slice,
                slice -> zone.put(ServiceReader.slice(slice)),
                slice -> zone.removeSlice(slice.objectName()));
        follow(
                NAMESPACES,
                KeptFields::namespace,
                namespace -> zone.putNamespace(namespace.name()),
                namespace -> zone.removeNamespace(namespace.name()));
    }

    public void start() {
        informers.start();
    }

    /** Whether everything has been read once, and stands in the zone. */
    public boolean hasSynced() {
        return informers.hasSynced();
    }

    /** Waits for {@link #hasSynced}; false where the time ran out. */
    public boolean awaitSynced(Duration patience) throws InterruptedException {
        return informers.awaitSynced(patience);
    }

    @Override
    public void close() {
        informers.close();
    }

    private void follow(
            GroupVersionResource resource,
            UnaryOperator<ApiObject> kept,
            Consumer<ApiObject> put,
            Consumer<ApiObject> remove) {
        informers
                .of(resource)
                .transform(kept)
                .handler(
                        new ChangeHandler() {
                            @Override
                            public void added(ApiObject object) {
                                put.accept(object);
                            }

                            @Override
                            public void updated(ApiObject before, ApiObject after) {
                                put.accept(after);
                            }

                            @Override
                            public void deleted(ApiObject object) {
                                remove.accept(object);
                            }
                        });
    }
}
