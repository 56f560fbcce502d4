package io.alcove.testing.apiserver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The fake's objects and their history, for its door and for a test to arrange and look at. Objects
 * go in and out as copies.
 */
public final class FakeObjects {

    private static final long AWAIT_SECONDS = 20;
    private static final int SUFFIX_BASE = 36;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition written = lock.newCondition();
    private final Map<GroupResource, SortedMap<ObjectName, ApiObject>> objects = new HashMap<>();
    private final List<Change> history = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private long revision = 1;
    private long compactedRevision;
    private long names = Long.parseLong("100000", SUFFIX_BASE);

    /** A write that a test wants to fail, once. */
    private record Refusal(String verb, GroupResource resource, StatusException failure) {}

    public Optional<ApiObject> find(GroupVersionResource resource, ObjectName name) {
        return locked(() -> Optional.ofNullable(map(resource).get(name)).map(ApiObject::copy));
    }

    public ApiObject get(GroupVersionResource resource, ObjectName name) {
        return find(resource, name)
                .orElseThrow(() -> StatusException.notFound(resource.groupResource(), name.name()));
    }

    public List<ApiObject> list(GroupVersionResource resource) {
        return locked(() -> map(resource).values().stream().map(ApiObject::copy).toList());
    }

    public List<ApiObject> list(GroupVersionResource resource, String namespace) {
        return list(resource).stream().filter(o -> o.namespace().equals(namespace)).toList();
    }

    public long revision() {
        return locked(() -> revision);
    }

    /** Forgets the history, so that a watch from before ends with 410. */
    public void compact() {
        locked(
                () -> {
                    history.clear();
                    compactedRevision = revision;
                    written.signalAll();
                    return true;
                });
    }

    /** Has the next such request ("create", "update", "delete") fail. */
    public void failNext(String verb, GroupVersionResource resource, StatusException failure) {
        locked(() -> refusals.add(new Refusal(verb, resource.groupResource(), failure)));
    }

    /** Whether the object is or ever was as wanted, by what the history still holds. */
    public boolean hasBeen(
            GroupVersionResource resource, ObjectName name, Predicate<ApiObject> wanted) {
        return locked(
                () ->
                        history.stream()
                                .filter(c -> c.resource().equals(resource.groupResource()))
                                .map(Change::after)
                                .filter(Objects::nonNull)
                                .filter(after -> after.objectName().equals(name))
                                .anyMatch(wanted));
    }

    /** Waits until the condition holds, looking again after each write; bounded. */
    public void await(String what, BooleanSupplier condition) {
        lock.lock();
        try {
            long left = TimeUnit.SECONDS.toNanos(AWAIT_SECONDS);
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    throw new AssertionError("never happened: " + what);
                }
                left = written.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting: " + what, e);
        } finally {
            lock.unlock();
        }
    }

    public ApiObject create(GroupVersionResource resource, ApiObject object) {
        return locked(
                () -> {
                    refuse("create", resource);
                    ApiObject created = object.copy();
                    ObjectNode metadata = created.with("metadata");
                    if (created.name().isEmpty()) {
                        metadata.put("name", created.text("metadata", "generateName") + suffix());
                    }
                    if (map(resource).containsKey(created.objectName())) {
                        throw StatusException.alreadyExists(
                                resource.groupResource(), created.name());
                    }
                    metadata.put("uid", UUID.randomUUID().toString());
                    metadata.put("creationTimestamp", now());
                    metadata.put("generation", 1);
                    store(resource, created.objectName(), null, created);
                    return created.copy();
                });
    }

    /** Writes all but the status, which stays as it is. */
    public ApiObject update(GroupVersionResource resource, ApiObject object) {
        return locked(
                () -> {
                    refuse("update", resource);
                    ApiObject before = current(resource, object);
                    ApiObject after = object.copy();
                    keep(before, after, "status");
                    return replace(resource, before, after);
                });
    }

    /** Writes the status, and annotations, which upstream lets pass with it. */
    public ApiObject updateStatus(GroupVersionResource resource, ApiObject object) {
        return locked(
                () -> {
                    refuse("update", resource);
                    ApiObject before = current(resource, object);
                    ApiObject after = before.copy();
                    keep(object, after, "status");
                    if (object.at("metadata").has("annotations")) {
                        after.with("metadata")
                                .set(
                                        "annotations",
                                        object.at("metadata", "annotations").deepCopy());
                    }
                    return replace(resource, before, after);
                });
    }

    /** Writes spec.finalizers, and removes the object where nothing holds it any longer. */
    public ApiObject finalizeSpec(GroupVersionResource resource, ApiObject object) {
        return locked(
                () -> {
                    ApiObject before = current(resource, object);
                    ApiObject after = before.copy();
                    keep(object, after, "spec");
                    return replace(resource, before, after);
                });
    }

    /** Changes an object as an owner of the truth would: status, metadata, anything. */
    public ApiObject edit(
            GroupVersionResource resource, ObjectName name, UnaryOperator<ApiObject> change) {
        return locked(
                () -> {
                    ApiObject before = get(resource, name);
                    return replace(resource, before, change.apply(before.copy()));
                });
    }

    /** Removes the object, or marks it where finalizers or a bound pod's grace period hold it. */
    public void delete(GroupVersionResource resource, ObjectName name, Deletion deletion) {
        locked(
                () -> {
                    refuse("delete", resource);
                    ApiObject before = get(resource, name);
                    deletion.check(resource, before);
                    ApiObject after = before.copy();
                    deletion.mark(after, now());
                    return replace(resource, before, after);
                });
    }

    public void delete(GroupVersionResource resource, ObjectName name) {
        delete(resource, name, Deletion.DEFAULT);
    }

    /** The changes after a revision, waiting for one; none once the time is over. */
    List<Change> changesAfter(long since, long millis) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (since < compactedRevision) {
                throw StatusException.expired("too old resource version: " + since);
            }
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (revision <= since && left > 0) {
                left = written.awaitNanos(left);
            }
            return history.stream().filter(c -> c.revision() > since).toList();
        } finally {
            lock.unlock();
        }
    }

    /** Runs as one write: nobody else sees or writes anything in between. */
    public <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }

    private ApiObject replace(GroupVersionResource resource, ApiObject before, ApiObject after) {
        ObjectNode metadata = after.with("metadata");
        keepMetadata(before, metadata, "uid");
        keepMetadata(before, metadata, "creationTimestamp");
        keepMetadata(before, metadata, "deletionTimestamp");
        keepMetadata(before, metadata, "deletionGracePeriodSeconds");
        boolean sameSpec = before.at("spec").equals(after.at("spec"));
        metadata.put("generation", before.generation() + (sameSpec ? 0 : 1));
        metadata.put("resourceVersion", before.resourceVersion());
        if (Deletion.isReleased(after)) {
            store(resource, before.objectName(), before, null);
        } else if (!before.equals(after)) {
            store(resource, before.objectName(), before, after);
        }
        return after.copy();
    }

    private void store(
            GroupVersionResource resource,
            ObjectName name,
            @Nullable ApiObject before,
            @Nullable ApiObject after) {
        revision++;
        if (after == null) {
            map(resource).remove(name);
        } else {
            after.with("metadata").put("resourceVersion", Long.toString(revision));
            map(resource).put(name, after.copy());
        }
        history.add(new Change(revision, resource.groupResource(), before, after));
        written.signalAll();
    }

    private ApiObject current(GroupVersionResource resource, ApiObject object) {
        ApiObject before = get(resource, object.objectName());
        String expected = object.resourceVersion();
        if (!expected.isEmpty() && !expected.equals(before.resourceVersion())) {
            throw StatusException.staleResourceVersion(resource.groupResource(), object.name());
        }
        return before;
    }

    private void refuse(String verb, GroupVersionResource resource) {
        Optional<Refusal> found =
                refusals.stream()
                        .filter(r -> r.verb().equals(verb))
                        .filter(r -> r.resource().equals(resource.groupResource()))
                        .findFirst();
        if (found.isPresent()) {
            refusals.remove(found.get());
            throw found.get().failure();
        }
    }

    private SortedMap<ObjectName, ApiObject> map(GroupVersionResource resource) {
        return objects.computeIfAbsent(resource.groupResource(), _ -> new TreeMap<>());
    }

    private String suffix() {
        return Long.toString(names++, SUFFIX_BASE).substring(1);
    }

    private static void keep(ApiObject from, ApiObject to, String field) {
        if (from.node().has(field)) {
            to.node().set(field, from.node().get(field).deepCopy());
        } else {
            to.node().remove(field);
        }
    }

    private static void keepMetadata(ApiObject before, ObjectNode metadata, String field) {
        if (before.at("metadata").has(field)) {
            metadata.set(field, before.at("metadata", field));
        }
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
