package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The owners of one object while one request changes it. */
final class Ownership {

    /** What no client owns; all of it is the server's. */
    private static final FieldSet SYSTEM_FIELDS =
            FieldSet.of("apiVersion")
                    .union(FieldSet.of("kind"))
                    .union(FieldSet.of("metadata"))
                    .union(FieldSet.of("metadata", "name"))
                    .union(FieldSet.of("metadata", "namespace"))
                    .union(FieldSet.of("metadata", "creationTimestamp"))
                    .union(FieldSet.of("metadata", "selfLink"))
                    .union(FieldSet.of("metadata", "uid"))
                    .union(FieldSet.of("metadata", "clusterName"))
                    .union(FieldSet.of("metadata", "generation"))
                    .union(FieldSet.of("metadata", "managedFields"))
                    .union(FieldSet.of("metadata", "resourceVersion"));

    private final SortedMap<ManagerKey, Owned> owners;
    private final VersionedShapes versions;
    private final Writer writer;
    private final String now;

    /** What was owned in a version that is not served any more is forgotten. */
    Ownership(
            SortedMap<ManagerKey, Owned> owners,
            VersionedShapes versions,
            Writer writer,
            String now) {
        this.owners = new TreeMap<>(owners);
        this.versions = versions;
        this.writer = writer;
        this.now = now;
        this.owners.values().removeIf(owned -> !versions.serves(owned.apiVersion()));
    }

    SortedMap<ManagerKey, Owned> owners() {
        return owners;
    }

    /** A write that is no apply takes over what it changes. */
    void update(ObjectNode before, ObjectNode after) {
        Change change = change(before, after);
        List.copyOf(owners.keySet()).forEach(key -> giveUp(key, change));
        String version = versions.version();
        FieldSet changed =
                writer.filter().filter(change.in(version).changed()).difference(SYSTEM_FIELDS);
        if (!changed.isEmpty()) {
            ManagerKey key = ManagerKey.update(writer.manager(), version, writer.subresource());
            owners.merge(
                    key,
                    new Owned(version, changed, now),
                    (old, fresh) -> fresh.withFields(fresh.fields().union(old.fields())));
        }
        UpdateManagerCap.hold(owners);
    }

    /** What the applier claims from now on; the time is set by {@link #stamp}. */
    void claim(FieldSet fields) {
        Owned last = owners.get(self());
        String time = last == null ? "" : last.time();
        owners.put(self(), new Owned(versions.version(), writer.filter().filter(fields), time));
    }

    /** The fields of others that an apply would change. */
    List<Conflict> conflicts(ObjectNode before, ObjectNode after) {
        Change change = change(before, after);
        List<Conflict> conflicts = new ArrayList<>();
        owners.forEach(
                (key, owned) -> {
                    if (!key.equals(self())) {
                        owned.fields()
                                .intersection(change.in(owned.apiVersion()).changed())
                                .forEach(path -> conflicts.add(new Conflict(key, path)));
                    }
                });
        return conflicts;
    }

    /** An apply takes from all others what it changes and removes. */
    void takeOver(ObjectNode before, ObjectNode after) {
        Change change = change(before, after);
        for (ManagerKey key : List.copyOf(owners.keySet())) {
            if (!key.equals(self())) {
                giveUp(key, change);
            }
        }
        owners.computeIfPresent(
                self(),
                (_, owned) -> {
                    FieldSet fields = owned.fields().difference(SYSTEM_FIELDS);
                    return fields.isEmpty() ? null : owned.withFields(fields);
                });
    }

    void stamp() {
        owners.computeIfPresent(self(), (_, owned) -> owned.withTime(now));
    }

    ManagerKey self() {
        return ManagerKey.apply(writer.manager(), writer.subresource());
    }

    private Change change(ObjectNode before, ObjectNode after) {
        return new Change(before, after, versions, writer.filter());
    }

    private void giveUp(ManagerKey key, Change change) {
        owners.computeIfPresent(
                key,
                (_, owned) -> {
                    Comparison comparison = change.in(owned.apiVersion());
                    FieldSet rest =
                            owned.fields()
                                    .difference(comparison.changed())
                                    .difference(comparison.removed());
                    return rest.isEmpty() ? null : owned.withFields(rest);
                });
    }
}
