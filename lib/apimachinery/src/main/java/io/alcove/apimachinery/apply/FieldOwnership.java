package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.schema.WireForm;
import io.alcove.apimachinery.status.StatusException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Server-side apply, and the tracking of who owns which field, for a kind in the version of the
 * request. One instance serves all requests of its kind and version.
 */
public final class FieldOwnership {

    private final GroupVersionKind kind;
    private final Schema schema;
    private final Shape shape;
    private final ObjectNode zero;
    private final VersionedShapes versions;
    private final Clock clock;

    public FieldOwnership(GroupVersionKind kind, Schema schema, Versions versions, Clock clock) {
        this.kind = kind;
        this.schema = schema;
        this.shape = Shape.of(schema);
        this.zero = zero(kind, schema);
        this.versions = new VersionedShapes(kind.apiVersion(), shape, versions);
        this.clock = clock;
    }

    /**
     * The updated object with the owners that it has after a create, update or patch.
     *
     * @param live the object before; empty for a create
     * @param updated decoded and defaulted, as the request would have it stored; is brought into
     *     {@link WireForm} in place
     */
    public ObjectNode afterUpdate(Writer writer, ObjectNode live, ObjectNode updated) {
        WireForm.complete(updated, schema);
        ObjectNode plain = ManagedFields.without(updated);
        SortedMap<ManagerKey, Owned> owners = ownersBefore(writer, live, updated);
        boolean untracked = owners.isEmpty() && live.path("metadata").has("uid");
        if (untracked) {
            return plain;
        }
        Ownership ownership = ownership(owners, writer);
        ownership.update(ManagedFields.without(liveOrZero(live)), plain);
        return ManagedFields.with(plain, ownership.owners());
    }

    /**
     * @param live the object before; empty where apply creates it
     * @param applied what the client sent, undefaulted
     * @throws StatusException where the applied object is not one of this kind and version, or does
     *     not fit the schema
     */
    public ApplyResult apply(Writer writer, ObjectNode live, ObjectNode applied, boolean force) {
        ApplyChecks.check(kind, shape, applied);
        ObjectNode plainLive = ManagedFields.without(liveOrZero(live));
        SortedMap<ManagerKey, Owned> owners = ownersOf(live);
        if (owners.isEmpty()) {
            owners = ownersBeforeFirstApply(writer, plainLive);
        }
        return new Application(versions, writer, now(), plainLive, applied).run(owners, force);
    }

    /** An object that was never tracked belongs to a manager of this name. */
    private SortedMap<ManagerKey, Owned> ownersBeforeFirstApply(Writer writer, ObjectNode live) {
        Writer unknown = new Writer("before-first-apply", writer.subresource(), writer.filter());
        Ownership ownership = ownership(new TreeMap<>(), unknown);
        ownership.update(zero, live);
        return ownership.owners();
    }

    private Ownership ownership(SortedMap<ManagerKey, Owned> owners, Writer writer) {
        return new Ownership(owners, versions, writer, now());
    }

    private ObjectNode liveOrZero(ObjectNode live) {
        return live.isEmpty() ? zero : live;
    }

    /** A client may hand in owners of its own, on the main resource. */
    private static SortedMap<ManagerKey, Owned> ownersBefore(
            Writer writer, ObjectNode live, ObjectNode updated) {
        if (writer.subresource().isEmpty()) {
            if (ManagedFields.isReset(updated)) {
                return new TreeMap<>();
            }
            SortedMap<ManagerKey, Owned> given = ownersOf(updated);
            if (!given.isEmpty()) {
                return given;
            }
        }
        return ownersOf(live);
    }

    private static SortedMap<ManagerKey, Owned> ownersOf(ObjectNode object) {
        try {
            return ManagedFields.read(object);
        } catch (InvalidManagedFieldsException _) {
            return new TreeMap<>();
        }
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static ObjectNode zero(GroupVersionKind kind, Schema schema) {
        ObjectNode zero = schema.document().objectNode();
        zero.put("apiVersion", kind.apiVersion()).put("kind", kind.kind());
        WireForm.complete(zero, schema);
        return zero;
    }
}
