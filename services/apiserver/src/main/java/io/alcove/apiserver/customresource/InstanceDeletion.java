package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.admission.ClusterWrites;
import io.alcove.apiserver.customresource.Conditions.Condition;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.ObjectStorage;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;

/** Deletes the objects of definitions that are being deleted, and then lets these go. */
public final class InstanceDeletion implements AutoCloseable {

    private static final GroupResource DEFINITIONS =
            new GroupResource("apiextensions.k8s.io", "customresourcedefinitions");
    private static final int CONCURRENCY = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Logger LOG = System.getLogger(InstanceDeletion.class.getName());

    private final ObjectStorages storages;
    private final ClusterWrites writes;
    private final Instances instances;
    private final InstantSource clock;
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(CONCURRENCY);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** Deletes what there is of a resource, through admission as anybody would. */
    @FunctionalInterface
    public interface Instances {

        /**
         * @param namespace empty for a resource without namespaces
         */
        void deleteAll(String group, String version, String plural, String namespace);
    }

    public InstanceDeletion(
            ObjectStorages storages,
            ClusterWrites writes,
            Instances instances,
            InstantSource clock) {
        this.storages = storages;
        this.writes = writes;
        this.instances = instances;
        this.clock = clock;
    }

    /** Returns at once; a definition whose objects are being deleted already is left to that. */
    void start(Definition definition) {
        if (running.add(definition.uid())) {
            threads.execute(() -> run(definition));
        }
    }

    private void run(Definition definition) {
        try {
            free.acquire();
            try {
                finish(definition);
            } finally {
                free.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            running.remove(definition.uid());
        }
    }

    private void finish(Definition definition) throws InterruptedException {
        Duration pause = FIRST_PAUSE;
        while (!isDone(definition)) {
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
    }

    private boolean isDone(Definition definition) {
        try {
            if (!definition.is(Definition.ESTABLISHED)) {
                return release(definition, "NeverEstablished", "resource was never established");
            }
            if (!isEmpty(definition)) {
                deleteInstances(definition);
            }
            return isEmpty(definition)
                    && release(definition, "InstanceDeletionCompleted", "removed all instances");
        } catch (StatusException | StoreException e) {
            LOG.log(Level.INFO, "instances not deleted yet: {0}", e.getMessage());
            return false;
        }
    }

    private void deleteInstances(Definition definition) {
        String version =
                definition.versions().stream()
                        .filter(DefinitionVersion::served)
                        .findFirst()
                        .or(definition::storageVersion)
                        .map(DefinitionVersion::name)
                        .orElseThrow();
        Set<String> namespaces =
                storages.of(definition.resource()).newest().list("").stream()
                        .map(object -> object.name().namespace())
                        .collect(Collectors.toSet());
        for (String namespace : namespaces) {
            instances.deleteAll(
                    definition.group(), version, definition.names().plural(), namespace);
        }
    }

    private boolean isEmpty(Definition definition) {
        List<StoredObject> left = storages.of(definition.resource()).newest().list("");
        return left.isEmpty();
    }

    /** Whether the definition may go now, or is gone. */
    private boolean release(Definition definition, String reason, String message) {
        ObjectStorage storage = storages.of(DEFINITIONS);
        StoredObject stored = storage.get(definition.stored().name()).orElse(null);
        if (stored == null || !stored.uid().equals(definition.uid())) {
            return true;
        }
        ApiObject object = ApiObject.parse(stored.json());
        Conditions.set(
                object,
                new Condition(Definition.TERMINATING, "False", reason, message),
                clock.instant());
        if (object.with("metadata").get("finalizers") instanceof ArrayNode finalizers) {
            finalizers.removeIf(finalizer -> finalizer.asText().equals(Definition.CLEANUP));
        }
        try {
            writes.updateStatus(object);
            return true;
        } catch (StatusException e) {
            return e.is(StatusReason.NOT_FOUND);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
