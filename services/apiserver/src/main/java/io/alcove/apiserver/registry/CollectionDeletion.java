package io.alcove.apiserver.registry;

import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.storage.StoredObject;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Deletes many objects, each as if it were deleted alone; those that are gone already are fine. */
final class CollectionDeletion {

    private static final int CONCURRENCY = 16;

    private final Deletion deletion;
    private final Resource resource;
    private final RequestContext context;
    private final DeleteOptions options;

    CollectionDeletion(
            Deletion deletion, Resource resource, RequestContext context, DeleteOptions options) {
        this.deletion = deletion;
        this.resource = resource;
        this.context = context;
        this.options = options;
    }

    /** The first failure ends the request; what was deleted by then stays deleted. */
    void run(List<StoredObject> objects) {
        Semaphore free = new Semaphore(CONCURRENCY);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> deletions =
                    objects.stream()
                            .<Future<?>>map(o -> threads.submit(() -> delete(o, free)))
                            .toList();
            for (Future<?> each : deletions) {
                each.get();
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StatusException(Status.of(StatusReason.TIMEOUT, "the request was given up"));
        }
    }

    private void delete(StoredObject object, Semaphore free) {
        free.acquireUninterruptibly();
        try {
            deletion.run(resource, contextOf(object), options);
        } catch (StatusException e) {
            if (!e.is(StatusReason.NOT_FOUND)) {
                throw e;
            }
        } finally {
            free.release();
        }
    }

    private RequestContext contextOf(StoredObject object) {
        RequestInfo info = context.info();
        return context.with(info.with(info.verb(), info.subresource(), object.name()));
    }
}
