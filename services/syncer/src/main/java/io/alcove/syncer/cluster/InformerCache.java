package io.alcove.syncer.cluster;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.informer.Informer;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Consumer;

/** A cache that an informer of the tenant's API server keeps. */
public final class InformerCache implements ObjectCache {

    private final Informer informer;

    public InformerCache(Informer informer) {
        this.informer = informer;
    }

    @Override
    public Optional<ApiObject> get(ObjectName name) {
        return informer.lister().get(name);
    }

    @Override
    public Collection<ApiObject> list() {
        return informer.lister().list();
    }

    @Override
    public void onChange(Consumer<ApiObject> listener) {
        informer.handler(ChangeHandler.onAny(listener));
    }

    @Override
    public boolean isSynced() {
        return informer.hasSynced();
    }

    @Override
    public boolean awaitSynced(Duration atMost) throws InterruptedException {
        return informer.awaitSynced(atMost);
    }
}
