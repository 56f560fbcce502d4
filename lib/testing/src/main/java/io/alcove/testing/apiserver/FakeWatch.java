package io.alcove.testing.apiserver;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.proto.objects.v1.WatchEvent;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One watch, in the virtual thread of its call. */
record FakeWatch(
        FakeObjects objects,
        GroupVersionResource type,
        Filter filter,
        ServerCallStreamObserver<WatchEvent> reply) {

    private static final long WAKE_MILLIS = 1000;

    void run(String resourceVersion) throws InterruptedException {
        long since =
                resourceVersion.isEmpty() || resourceVersion.equals("0")
                        ? sendPresent()
                        : Long.parseLong(resourceVersion);
        while (!reply.isCancelled()) {
            for (Change change : objects.changesAfter(since, WAKE_MILLIS)) {
                send(change);
                since = change.revision();
            }
        }
    }

    private long sendPresent() {
        return objects.locked(
                () -> {
                    objects.list(type).stream()
                            .filter(filter::matches)
                            .forEach(object -> send(WatchEvent.Type.ADDED, object));
                    return objects.revision();
                });
    }

    private void send(Change change) {
        if (!change.resource().equals(type.groupResource())) {
            return;
        }
        boolean before = filter.matches(change.before());
        boolean after = filter.matches(change.after());
        if (after) {
            send(
                    before ? WatchEvent.Type.MODIFIED : WatchEvent.Type.ADDED,
                    Objects.requireNonNull(change.after()));
        } else if (before) {
            send(WatchEvent.Type.DELETED, gone(change));
        }
    }

    private static ApiObject gone(Change change) {
        @Nullable ApiObject last = change.after() == null ? change.before() : change.after();
        ApiObject object = Objects.requireNonNull(last).copy();
        object.with("metadata").put("resourceVersion", Long.toString(change.revision()));
        return object;
    }

    private void send(WatchEvent.Type eventType, ApiObject object) {
        reply.onNext(
                WatchEvent.newBuilder()
                        .setType(eventType)
                        .setObject(FakeObjectsService.proto(object))
                        .build());
    }
}
