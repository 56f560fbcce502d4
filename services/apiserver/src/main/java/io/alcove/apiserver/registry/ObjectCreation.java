package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.registry.metadata.GeneratedName;
import io.alcove.apiserver.registry.metadata.MetadataRules;
import io.alcove.apiserver.registry.metadata.SystemMetadata;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.ObjectWrite;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stores a new object, after mutating admission: the part that POST, PUT and apply share. */
final class ObjectCreation {

    /** As often as upstream makes another name where a generated one is taken. */
    private static final int GENERATED_NAME_ATTEMPTS = 8;

    private final AdmissionChain admission;
    private final WritePermissions permissions;
    private final InstantSource clock;

    ObjectCreation(AdmissionChain admission, WritePermissions permissions, InstantSource clock) {
        this.admission = admission;
        this.permissions = permissions;
        this.clock = clock;
    }

    StoredObject store(Write write, ApiObject object) {
        permissions.mayWrite(write.context(), object, Optional.empty());
        if (!object.resourceVersion().isEmpty()) {
            throw new StatusException(
                    Status.of(
                            StatusReason.UNKNOWN,
                            "resourceVersion should not be set on objects to be created"));
        }
        boolean generated = GeneratedName.isWanted(object);
        for (int attempt = 1; generated && attempt < GENERATED_NAME_ATTEMPTS; attempt++) {
            ApiObject named = object.copy();
            GeneratedName.assign(named);
            Optional<StoredObject> stored = attempt(write, named);
            if (stored.isPresent()) {
                return stored.get();
            }
        }
        if (generated) {
            GeneratedName.assign(object);
        }
        return attempt(write, object).orElseThrow(() -> alreadyExists(write, object));
    }

    /** Empty where the name is taken. */
    private Optional<StoredObject> attempt(Write write, ApiObject object) {
        KindStrategy strategy = write.resource().strategy();
        SystemMetadata.stamp(object, clock.instant());
        Reservation reservation =
                strategy.reserve(write.context(), object, Optional.empty(), write.isDryRun());
        boolean stored = false;
        try {
            prepare(write, object);
            Optional<StoredObject> result =
                    write.isDryRun() ? pretend(write, object) : put(write, object);
            stored = result.isPresent() && !write.isDryRun();
            return result;
        } finally {
            if (stored) {
                reservation.commit();
            } else {
                reservation.rollback();
            }
        }
    }

    private void prepare(Write write, ApiObject object) {
        Resource resource = write.resource();
        KindStrategy strategy = resource.strategy();
        RequestNames.matchNamespace(write, object);
        if (resource.hasStatus() && !strategy.keepsStatusOnCreate()) {
            object.node().remove("status");
        }
        if (strategy.countsGenerations()) {
            object.with("metadata").put("generation", 1);
        }
        strategy.prepareForCreate(write.context(), object);
        ObjectForm.complete(resource, object);
        List<StatusCause> causes =
                new ArrayList<>(
                        MetadataRules.check(
                                object, resource.served().namespaced(), strategy::validateName));
        causes.addAll(strategy.validateCreate(write.context(), object));
        if (!causes.isEmpty()) {
            throw StatusException.invalid(resource.reportedKind(), object.name(), causes);
        }
        write.warn(strategy.createWarnings(write.context(), object));
        admission.validate(
                write.admission(Operation.CREATE, Optional.of(object), Optional.empty()));
    }

    private static Optional<StoredObject> put(Write write, ApiObject object) {
        return switch (write.resource().create(object)) {
            case ObjectWrite.Written(StoredObject stored) -> Optional.of(stored);
            case ObjectWrite.Conflict _, ObjectWrite.Missing _ -> Optional.empty();
        };
    }

    private static Optional<StoredObject> pretend(Write write, ApiObject object) {
        return write.resource().storage().get(object.objectName()).isPresent()
                ? Optional.empty()
                : Optional.of(UnstoredObject.of(object, 0));
    }

    private static StatusException alreadyExists(Write write, ApiObject object) {
        StatusException taken =
                StatusException.alreadyExists(write.resource().name(), object.name());
        boolean isBeingDeleted =
                write.resource()
                        .storage()
                        .get(object.objectName())
                        .filter(present -> ApiObject.parse(present.json()).isBeingDeleted())
                        .isPresent();
        return isBeingDeleted ? beingDeleted(taken.status()) : taken;
    }

    private static StatusException beingDeleted(Status taken) {
        return new StatusException(
                new Status(
                        taken.code(),
                        taken.reason(),
                        "object is being deleted: " + taken.message(),
                        taken.details()));
    }
}
