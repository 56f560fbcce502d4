package io.alcove.apiserver.registry;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.request.RequestContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What is particular to one kind. The defaults suit a kind that has nothing particular; objects
 * come in the storage version. Strategies hold no state of requests and are shared by all threads.
 *
 * <p>Order of a create: decode, {@link #applyDefaults}, mutating admission, managed fields, name
 * and system metadata, {@link #reserve}, {@link #prepareForCreate}, {@link #validateCreate},
 * validating admission, store, {@link Reservation#commit}. Of an update the same with the old
 * object. Both may run several times for one request.
 */
public interface KindStrategy extends UpdateRules {

    /** Fills in what upstream's defaulting functions fill in; in place and idempotent. */
    default void applyDefaults(ApiObject object) {}

    /**
     * Changes the new object in place; its status is already cleared where it has that subresource.
     */
    default void prepareForCreate(RequestContext context, ApiObject object) {}

    /**
     * Whether clients may give a status with a create: of the kinds that have the subresource, Node
     * only.
     */
    default boolean keepsStatusOnCreate() {
        return false;
    }

    /** Causes beside those of ObjectMeta, which the registry checks itself. */
    default List<StatusCause> validateCreate(RequestContext context, ApiObject object) {
        return List.of();
    }

    /** Texts for the Warning header. */
    default List<String> createWarnings(RequestContext context, ApiObject object) {
        return List.of();
    }

    /**
     * What is wrong with a name, in upstream's words; empty where nothing is.
     *
     * @param prefix the name is a generateName, to which a suffix will be added
     */
    default List<String> validateName(String name, boolean prefix) {
        return Names.dns1123Subdomain(prefix ? Names.maskTrailingDash(name) : name);
    }

    /** Whether PUT and apply to a name that does not exist may create it; apply always may. */
    default boolean allowsCreateOnUpdate() {
        return false;
    }

    /** Whether metadata.generation is kept: 1 on create, one more when {@link #bumpsGeneration}. */
    default boolean countsGenerations() {
        return false;
    }

    default boolean bumpsGeneration(ApiObject object, ApiObject old) {
        return !object.at("spec").equals(old.at("spec"));
    }

    /**
     * The rules of a subresource that shows and updates the whole object: "status" for every kind
     * that has it, "finalize", "approval", "resize", "ephemeralcontainers" for some. Empty where
     * the kind has no rules of its own for it; status then works by the registry's general rule,
     * others are refused.
     */
    default Optional<UpdateRules> subresource(String name) {
        return Optional.empty();
    }

    /**
     * The field selectors that lists of this kind take beside metadata.name and metadata.namespace.
     */
    default Set<String> fieldLabels() {
        return Set.of();
    }

    /** The values of {@link #fieldLabels}; one that is left out is "". */
    default Map<String, String> fields(ApiObject object) {
        return Map.of();
    }

    /**
     * How long a deleted object stays. Empty where the kind knows no graceful deletion; zero to
     * remove it at once.
     *
     * @param requested gracePeriodSeconds of the request
     */
    default OptionalLong gracePeriodSeconds(ApiObject object, OptionalLong requested) {
        return OptionalLong.empty();
    }

    /** What upstream does with dependents where the request names no propagation policy. */
    default GarbageCollection garbageCollection() {
        return GarbageCollection.BACKGROUND;
    }

    /**
     * Whether something beside metadata.finalizers keeps the object, as spec.finalizers keep a
     * Namespace: its first delete only marks it, and the update that lets go of it removes it.
     */
    default boolean isHeld(ApiObject object) {
        return false;
    }

    /** Changes an object that was just marked for deletion (phase Terminating of a Namespace). */
    default void prepareForDeletion(ApiObject object) {}

    /** Texts for the Warning header of a delete. */
    default List<String> deleteWarnings(DeleteOptions options) {
        return List.of();
    }

    /**
     * The paths of fields that a write through a path does not own, beside what holds for all
     * kinds: status on the main path, and all but status on that of the status.
     *
     * @param subresource "" for the main path
     */
    default List<List<String>> resetFields(String subresource) {
        return List.of();
    }

    /** Whether the answer to a delete is the object rather than a Status. */
    default boolean returnsDeletedObject() {
        return false;
    }

    /**
     * Takes from shared pools what the object needs (cluster IPs, node ports) and writes it into
     * the object. Always ended by commit or rollback.
     *
     * @param old absent for a create
     * @throws io.alcove.apimachinery.status.StatusException where a pool refuses
     */
    default Reservation reserve(
            RequestContext context, ApiObject object, Optional<ApiObject> old, boolean dryRun) {
        return Reservation.NONE;
    }

    /** After the object is gone: gives back to the pools. Never called for dry runs. */
    default void afterDelete(RequestContext context, ApiObject object) {}
}
