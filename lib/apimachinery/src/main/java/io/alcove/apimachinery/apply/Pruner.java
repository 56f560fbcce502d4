package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Removes what an applier owned and does not apply any more, where no other applier or updater owns
 * it.
 */
final class Pruner {

    private final VersionedShapes versions;
    private final Map<ManagerKey, Owned> owners;

    /**
     * @param owners with the applier's new claim
     */
    Pruner(VersionedShapes versions, Map<ManagerKey, Owned> owners) {
        this.versions = versions;
        this.owners = owners;
    }

    ObjectNode prune(ObjectNode merged, Owned last) {
        String version = last.apiVersion();
        Shape shape = versions.shape(version);
        ObjectNode before = versions.convert(merged, versions.version(), version);
        FieldSet claimed = last.fields().withNamedFields(shape);
        ObjectNode pruned = Remover.remove(shape, before, claimed);
        pruned = withOwned(before, pruned, version);
        FieldSet gone =
                fields(shape, before).difference(fields(shape, pruned)).intersection(claimed);
        ObjectNode rest = Remover.remove(shape, before, gone);
        return versions.convert(rest, version, versions.version());
    }

    /** Brings back what anyone owns, the claim of this apply included; its own version first. */
    private ObjectNode withOwned(ObjectNode merged, ObjectNode pruned, String version) {
        Map<String, FieldSet> ownedByVersion = new LinkedHashMap<>();
        ownedByVersion.put(version, FieldSet.EMPTY);
        owners.values()
                .forEach(o -> ownedByVersion.merge(o.apiVersion(), o.fields(), FieldSet::union));
        String current = version;
        ObjectNode all = merged;
        ObjectNode rest = pruned;
        for (Map.Entry<String, FieldSet> owned : ownedByVersion.entrySet()) {
            Shape shape = versions.shape(owned.getKey());
            all = versions.convert(all, current, owned.getKey());
            rest = versions.convert(rest, current, owned.getKey());
            current = owned.getKey();
            FieldSet kept = fields(shape, rest).union(owned.getValue().withNamedFields(shape));
            rest = Remover.remove(shape, all, fields(shape, all).difference(kept));
        }
        return versions.convert(rest, current, version);
    }

    private static FieldSet fields(Shape shape, ObjectNode object) {
        return FieldSets.of(shape, object).withNamedFields(shape);
    }
}
