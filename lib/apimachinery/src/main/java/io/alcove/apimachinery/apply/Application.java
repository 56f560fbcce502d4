package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.JsonValues;
import java.util.List;
import java.util.SortedMap;

/** One server-side apply. */
final class Application {

    private static final String KUBECTL = "kubectl";

    private final VersionedShapes versions;
    private final Writer writer;
    private final String now;
    private final ObjectNode live;
    private final ObjectNode applied;

    Application(
            VersionedShapes versions,
            Writer writer,
            String now,
            ObjectNode live,
            ObjectNode applied) {
        this.versions = versions;
        this.writer = writer;
        this.now = now;
        this.live = live;
        this.applied = applied;
    }

    ApplyResult run(SortedMap<ManagerKey, Owned> ownersBefore, boolean force) {
        Ownership ownership = new Ownership(ownersBefore, versions, writer, now);
        Shape shape = versions.shape(versions.version());
        Owned last = ownership.owners().get(ownership.self());
        ownership.claim(FieldSets.of(shape, applied));
        ObjectNode merged = Merger.merge(shape, live, applied);
        if (last != null && !last.fields().isEmpty()) {
            merged = new Pruner(versions, ownership.owners()).prune(merged, last);
        }
        if (!force) {
            List<Conflict> conflicts = refused(ownership.conflicts(live, merged));
            if (!conflicts.isEmpty()) {
                return new ApplyResult.Refused(Conflict.status(conflicts));
            }
        }
        ownership.takeOver(live, merged);
        boolean changed = !JsonValues.equal(live, merged);
        if (changed) {
            ownership.stamp();
        }
        ObjectNode result = ManagedFields.with(changed ? merged : live, ownership.owners());
        return new ApplyResult.Applied(isKubectl() ? LastApplied.renew(result, applied) : result);
    }

    /**
     * Conflicts that stand. kubectl may take over what its own client-side apply wrote, which the
     * last-applied annotation proves.
     */
    private List<Conflict> refused(List<Conflict> conflicts) {
        if (conflicts.isEmpty() || !isKubectl()) {
            return conflicts;
        }
        Shape shape = versions.shape(versions.version());
        FieldSet allowed = LastApplied.unchangedSince(live, shape, versions.version());
        return conflicts.stream().filter(c -> !allowed.has(c.path())).toList();
    }

    private boolean isKubectl() {
        return writer.manager().equals(KUBECTL);
    }
}
