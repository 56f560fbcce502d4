package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.registry.metadata.OwnerReferenceList;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.ObjectWrite;
import java.util.Optional;

/**
 * Changes an object under optimistic concurrency: a change that was overtaken is made again on the
 * newer state, as upstream's GuaranteedUpdate does.
 */
final class ObjectUpdate {

    /** Each attempt that fails means that another writer succeeded. */
    private static final int MAX_ATTEMPTS = 200;

    private final AdmissionChain admission;
    private final ObjectCreation creation;
    private final UpdatePreparation preparation;
    private final WritePermissions permissions;

    /**
     * @param permissions also refuse a user who may update but not create
     */
    ObjectUpdate(AdmissionChain admission, ObjectCreation creation, WritePermissions permissions) {
        this.admission = admission;
        this.creation = creation;
        this.preparation = new UpdatePreparation();
        this.permissions = permissions;
    }

    /** What was made of the object, in the storage version. */
    WriteOutcome run(Write write, UpdateRules rules, ObjectChange change) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Optional<WriteOutcome> outcome =
                    write.resource()
                            .storage()
                            .get(write.key())
                            .map(present -> update(write, rules, change, present))
                            .orElseGet(() -> create(write, change));
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw StatusException.staleResourceVersion(write.resource().name(), write.urlName());
    }

    private Optional<WriteOutcome> create(Write write, ObjectChange change) {
        Resource resource = write.resource();
        boolean allowed = change.createsMissing() || resource.strategy().allowsCreateOnUpdate();
        if (!allowed || !write.subresource().isEmpty()) {
            throw StatusException.notFound(resource.name(), write.urlName());
        }
        ApiObject object = change.apply(Optional.empty());
        if (!object.uid().isEmpty()) {
            throw StatusException.conflict(
                    resource.name(),
                    write.urlName(),
                    "uid mismatch: the provided object specified uid %s, and no existing object was found"
                            .formatted(object.uid()));
        }
        permissions.mayCreate(write.context());
        if (!change.createsMissing()) {
            object.with("metadata")
                    .remove("resourceVersion"); // upstream looks at it in a POST only
        }
        admit(write, Operation.CREATE, object, Optional.empty());
        try {
            return Optional.of(new WriteOutcome(creation.store(write, object), true));
        } catch (StatusException e) {
            if (e.is(StatusReason.ALREADY_EXISTS)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<WriteOutcome> update(
            Write write, UpdateRules rules, ObjectChange change, StoredObject present) {
        Resource resource = write.resource();
        ApiObject old = resource.parse(present);
        ApiObject object = change.apply(Optional.of(old));
        if (!change.isAdmitted()) {
            admit(write, Operation.UPDATE, object, Optional.of(old));
        }
        permissions.mayWrite(write.context(), object, Optional.of(old));
        ResourceVersions.match(write, rules, object, present.revision());
        Reservation reservation =
                resource.strategy()
                        .reserve(write.context(), object, Optional.of(old), write.isDryRun());
        boolean stored = false;
        try {
            preparation.prepare(write, rules, object, old);
            if (!change.isAdmitted()) {
                admission.validate(
                        write.admission(Operation.UPDATE, Optional.of(object), Optional.of(old)));
            }
            Optional<StoredObject> result = put(write, object, old, present);
            stored = result.isPresent() && !write.isDryRun();
            return result.map(o -> new WriteOutcome(o, false));
        } finally {
            if (stored) {
                reservation.commit();
            } else {
                reservation.rollback();
            }
        }
    }

    private void admit(
            Write write, Operation operation, ApiObject object, Optional<ApiObject> old) {
        admission.mutate(write.admission(operation, Optional.of(object), old));
        OwnerReferenceList.dedup(object, true).ifPresent(write.context().warnings());
    }

    /** Empty where the object was changed meanwhile. */
    private static Optional<StoredObject> put(
            Write write, ApiObject object, ApiObject old, StoredObject present) {
        Resource resource = write.resource();
        if (isReleased(resource.strategy(), object, old)) {
            return remove(write, object, present);
        }
        if (JsonValues.equal(object.node(), old.node())
                && !resource.storage().isStale(present.name())) {
            return Optional.of(present);
        }
        if (write.isDryRun()) {
            return Optional.of(UnstoredObject.of(object, present.revision()));
        }
        return switch (resource.update(object, present.revision())) {
            case ObjectWrite.Written(StoredObject stored) -> Optional.of(stored);
            case ObjectWrite.Conflict _, ObjectWrite.Missing _ -> Optional.empty();
        };
    }

    /** Whether nothing keeps an object any more that was to be deleted. */
    private static boolean isReleased(KindStrategy strategy, ApiObject object, ApiObject old) {
        return old.isBeingDeleted()
                && object.finalizers().isEmpty()
                && old.at("metadata", "deletionGracePeriodSeconds").asLong() == 0
                && !strategy.isHeld(object);
    }

    private static Optional<StoredObject> remove(
            Write write, ApiObject object, StoredObject present) {
        StoredObject last = UnstoredObject.of(object, present.revision());
        if (write.isDryRun()) {
            return Optional.of(last);
        }
        return switch (write.resource().storage().delete(present)) {
            case ObjectWrite.Written _ -> {
                write.resource().strategy().afterDelete(write.context(), object);
                yield Optional.of(last);
            }
            case ObjectWrite.Missing _ -> Optional.of(last);
            case ObjectWrite.Conflict _ -> Optional.empty();
        };
    }
}
