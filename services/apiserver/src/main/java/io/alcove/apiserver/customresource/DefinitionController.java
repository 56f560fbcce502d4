package io.alcove.apiserver.customresource;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.ClusterWrites;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.CacheEvent;
import io.alcove.apiserver.storage.cache.CacheWatch;
import io.alcove.apiserver.storage.cache.ObjectStorage;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.alcove.apiserver.storage.cache.Snapshot;
import io.alcove.apiserver.storage.cache.WatchStart;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Follows the definitions: serves what they say, and writes their status. One thread does it all,
 * on all definitions at once, so that what happens while it works is one more round and no more.
 */
public final class DefinitionController implements AutoCloseable {

    private static final GroupResource DEFINITIONS =
            new GroupResource("apiextensions.k8s.io", "customresourcedefinitions");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final Logger LOG = System.getLogger(DefinitionController.class.getName());

    private final CustomResources resources;
    private final ObjectStorages storages;
    private final ObjectStorage storage;
    private final ClusterWrites writes;
    private final InstanceDeletion deletion;
    private final InstantSource clock;
    private final long startRevision;
    private Map<String, Definition> known = new HashMap<>();
    private volatile boolean closed;
    private final Thread thread;

    private DefinitionController(
            CustomResources resources,
            ObjectStorages storages,
            ClusterWrites writes,
            InstanceDeletion deletion,
            InstantSource clock) {
        this.resources = resources;
        this.storages = storages;
        this.storage = storages.of(DEFINITIONS);
        this.writes = writes;
        this.deletion = deletion;
        this.clock = clock;
        this.startRevision = storages.revision();
        this.thread = Thread.ofVirtual().name("custom-resource-definitions").unstarted(this::run);
    }

    /** Serves the definitions that there are, and from then on follows them. */
    public static DefinitionController start(
            CustomResources resources,
            ObjectStorages storages,
            ClusterWrites writes,
            InstanceDeletion deletion,
            InstantSource clock) {
        DefinitionController controller =
                new DefinitionController(resources, storages, writes, deletion, clock);
        controller.serve(controller.read(controller.storage.any()));
        controller.thread.start();
        return controller;
    }

    private void run() {
        while (!closed) {
            try {
                follow();
            } catch (StatusException | StoreException e) {
                LOG.log(Level.WARNING, "definitions not followed, trying again", e);
                pause();
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private void follow() throws InterruptedException {
        Snapshot snapshot = storage.any();
        WatchStart start = new WatchStart.After(snapshot.revision());
        try (CacheWatch watch = storage.watch(start, "", _ -> true)) {
            boolean settled = reconcile(snapshot);
            while (!closed) {
                CacheEvent event = watch.next(settled ? PATIENCE : RETRY);
                if (event instanceof CacheEvent.Closed) {
                    return;
                }
                if (event instanceof CacheEvent.Changed || !settled) {
                    settled = drain(watch) && reconcile(storage.any());
                }
            }
        }
    }

    /** Passes over what is waiting: the next round sees it all. False where the watch ended. */
    private static boolean drain(CacheWatch watch) throws InterruptedException {
        while (true) {
            CacheEvent event = watch.next(Duration.ZERO);
            if (!(event instanceof CacheEvent.Changed)) {
                return !(event instanceof CacheEvent.Closed);
            }
        }
    }

    /** Whether everything is as it should be, as far as it is this server's to say. */
    private boolean reconcile(Snapshot snapshot) {
        Map<String, Definition> definitions = read(snapshot);
        List<ApiObject> changes = decide(definitions);
        serve(definitions);
        boolean done = true;
        for (ApiObject change : changes) {
            done &= write(change);
        }
        for (Definition definition : definitions.values()) {
            if (definition.deleting() && definition.cleaning()) {
                deletion.start(definition);
            }
        }
        return done;
    }

    private Map<String, Definition> read(Snapshot snapshot) {
        Map<String, Definition> definitions = new HashMap<>();
        for (StoredObject stored : snapshot.list("")) {
            Definition before = known.get(stored.name().name());
            boolean same = before != null && before.stored().revision() == stored.revision();
            definitions.put(
                    stored.name().name(),
                    same && before != null ? before : Definition.read(stored));
        }
        known = new HashMap<>(definitions);
        return definitions;
    }

    /**
     * The definitions whose status must be written; what they will say is put among the others, so
     * that a client who reads that a resource is there will find it.
     */
    private List<ApiObject> decide(Map<String, Definition> definitions) {
        List<ApiObject> changes = new ArrayList<>();
        for (Definition definition : List.copyOf(definitions.values())) {
            if (!definition.needsStatus()) {
                continue;
            }
            List<NameSet> group =
                    definitions.values().stream()
                            .filter(other -> other.group().equals(definition.group()))
                            .map(Definition::names)
                            .toList();
            ApiObject present = ApiObject.parse(definition.stored().json());
            Optional<ApiObject> wanted = DefinitionStatus.update(present, group, clock.instant());
            if (wanted.isPresent()) {
                changes.add(wanted.get());
                definitions.put(definition.name(), expected(definition.stored(), wanted.get()));
            }
        }
        return changes;
    }

    private static Definition expected(StoredObject stored, ApiObject wanted) {
        return Definition.read(
                new StoredObject(
                        stored.name(),
                        stored.uid(),
                        stored.revision(),
                        wanted.toBytes(),
                        stored.labels(),
                        stored.fields()));
    }

    private void serve(Map<String, Definition> definitions) {
        resources.replace(definitions.values(), storages::revision, startRevision);
    }

    private boolean write(ApiObject definition) {
        try {
            writes.updateStatus(definition);
            return true;
        } catch (StatusException e) {
            // somebody changed or deleted it, which brings it here again
            LOG.log(Level.DEBUG, "status of {0} not written: {1}", definition, e.getMessage());
            return false;
        }
    }

    private void pause() {
        try {
            Thread.sleep(RETRY);
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        deletion.close();
    }
}
