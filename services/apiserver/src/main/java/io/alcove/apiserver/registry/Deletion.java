package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.registry.metadata.DependentFinalizers;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.ObjectWrite;
import java.time.InstantSource;
import java.util.Optional;

/** Deletes an object, or marks it for those who must act before it goes. */
final class Deletion {

    /** Each attempt that fails means that another writer succeeded. */
    private static final int MAX_ATTEMPTS = 200;

    private final AdmissionChain admission;
    private final InstantSource clock;

    Deletion(AdmissionChain admission, InstantSource clock) {
        this.admission = admission;
        this.clock = clock;
    }

    DeleteOutcome run(Resource resource, RequestContext context, DeleteOptions options) {
        WriteOptions dryRun = new WriteOptions("", "", options.dryRun(), null);
        return run(new Write(context, resource, resource.served().kind(), dryRun), options);
    }

    private DeleteOutcome run(Write write, DeleteOptions options) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            StoredObject present =
                    write.resource().storage().get(write.key()).orElseThrow(() -> notFound(write));
            Optional<DeleteOutcome> outcome = delete(write, options, present);
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw StatusException.staleResourceVersion(write.resource().name(), write.urlName());
    }

    /** Empty where the object was changed meanwhile. */
    private Optional<DeleteOutcome> delete(
            Write write, DeleteOptions options, StoredObject present) {
        KindStrategy strategy = write.resource().strategy();
        ApiObject object = write.resource().parse(present);
        matchPreconditions(write, options, object);
        if (strategy.isHeld(object)) {
            return object.isBeingDeleted()
                    ? Optional.of(held(write, options, present))
                    : mark(write, options, object, present);
        }
        GracePeriod grace = GracePeriod.begin(strategy, object, options, clock.instant());
        if (grace.isPending()) {
            return Optional.of(removed(write, object));
        }
        admit(write, write.resource().parse(present));
        setDependentFinalizers(strategy, object, options);
        if (!object.finalizers().isEmpty() && !grace.isGraceful()) {
            GracePeriod.expire(object, clock.instant());
        }
        if (!object.finalizers().isEmpty() || grace.seconds() > 0) {
            return hold(write, options, object, present);
        }
        return grace.isGraceful()
                ? markAndRemove(write, object, present)
                : remove(write, object, present);
    }

    private void admit(Write write, ApiObject object) {
        AdmissionRequest request =
                write.admission(
                        AdmissionRequest.Operation.DELETE, Optional.empty(), Optional.of(object));
        admission.mutate(request);
        admission.validate(request);
    }

    /** The first of two phases: nothing is removed yet. */
    private Optional<DeleteOutcome> mark(
            Write write, DeleteOptions options, ApiObject object, StoredObject present) {
        admit(write, object.copy());
        GracePeriod.markNow(object, clock.instant());
        write.resource().strategy().prepareForDeletion(object);
        setDependentFinalizers(write.resource().strategy(), object, options);
        return hold(write, options, object, present);
    }

    private static void setDependentFinalizers(
            KindStrategy strategy, ApiObject object, DeleteOptions options) {
        Propagation propagation = Propagation.of(strategy.garbageCollection(), object, options);
        DependentFinalizers.set(
                object, propagation == Propagation.ORPHAN, propagation == Propagation.FOREGROUND);
    }

    private static Optional<DeleteOutcome> hold(
            Write write, DeleteOptions options, ApiObject object, StoredObject present) {
        ObjectForm.complete(write.resource(), object);
        return put(write, object, present).map(stored -> held(write, options, stored));
    }

    private static Optional<StoredObject> put(Write write, ApiObject object, StoredObject present) {
        if (object.equals(write.resource().parse(present))) {
            return Optional.of(present);
        }
        if (write.isDryRun()) {
            return Optional.of(UnstoredObject.of(object, present.revision()));
        }
        return switch (write.resource().update(object, present.revision())) {
            case ObjectWrite.Written(StoredObject stored) -> Optional.of(stored);
            case ObjectWrite.Conflict _, ObjectWrite.Missing _ -> Optional.empty();
        };
    }

    /** Watchers of a kind with graceful deletion see the mark even where it has no grace. */
    private static Optional<DeleteOutcome> markAndRemove(
            Write write, ApiObject object, StoredObject present) {
        if (write.isDryRun()) {
            return Optional.of(removed(write, object));
        }
        return put(write, object, present)
                .flatMap(marked -> remove(write, write.resource().parse(marked), marked));
    }

    private static Optional<DeleteOutcome> remove(
            Write write, ApiObject object, StoredObject present) {
        if (write.isDryRun()) {
            return Optional.of(removed(write, object));
        }
        return switch (write.resource().storage().delete(present)) {
            case ObjectWrite.Written(StoredObject last) -> {
                write.resource().strategy().afterDelete(write.context(), object);
                yield Optional.of(removed(write, write.resource().parse(last)));
            }
            case ObjectWrite.Conflict _ -> Optional.empty();
            case ObjectWrite.Missing _ -> throw notFound(write);
        };
    }

    private static DeleteOutcome held(Write write, DeleteOptions options, StoredObject object) {
        return new DeleteOutcome.Held(
                write.resource().toServed(object),
                Boolean.FALSE.equals(options.orphanDependents()));
    }

    private static DeleteOutcome removed(Write write, ApiObject last) {
        Resource resource = write.resource();
        if (resource.strategy().returnsDeletedObject()) {
            resource.conversion().toServed(last);
            return new DeleteOutcome.Removed(last.toBytes());
        }
        return new DeleteOutcome.Removed(
                SuccessStatus.of(resource.name(), last.name(), last.uid()).toBytes());
    }

    private static void matchPreconditions(Write write, DeleteOptions options, ApiObject object) {
        GroupResource kind =
                new GroupResource(
                        write.resource().groupKind().group(), write.resource().groupKind().kind());
        if (options.uid() != null && !options.uid().equals(object.uid())) {
            throw StatusException.conflict(
                    kind,
                    object.name(),
                    "the UID in the precondition (%s) does not match the UID in record (%s). The object might have been deleted and then recreated"
                            .formatted(options.uid(), object.uid()));
        }
        if (options.resourceVersion() != null
                && !options.resourceVersion().equals(object.resourceVersion())) {
            throw StatusException.conflict(
                    kind,
                    object.name(),
                    "the ResourceVersion in the precondition (%s) does not match the ResourceVersion in record (%s). The object might have been modified"
                            .formatted(options.resourceVersion(), object.resourceVersion()));
        }
    }

    private static StatusException notFound(Write write) {
        return StatusException.notFound(write.resource().name(), write.urlName());
    }
}
