package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who owns spec.replicas of a workload, as its Scale shows it: the Scale has managed fields of its
 * own, in its own version, which are taken back into those of the workload.
 */
public final class ScaleOwners {

    private static final String SCALE_VERSION = "autoscaling/v1";
    private static final FieldSet REPLICAS = FieldSet.of("spec", "replicas");

    private final String apiVersion;
    private final FieldSet replicas;
    private final SortedMap<ManagerKey, Owned> owners;

    private ScaleOwners(String apiVersion, FieldSet replicas, SortedMap<ManagerKey, Owned> owners) {
        this.apiVersion = apiVersion;
        this.replicas = replicas;
        this.owners = owners;
    }

    /**
     * @param apiVersion of the workload, in the request
     * @param replicas where the workload has the number
     */
    public static ScaleOwners of(ObjectNode workload, String apiVersion, List<String> replicas) {
        FieldSet path = FieldSet.of(replicas.toArray(String[]::new));
        return new ScaleOwners(apiVersion, path, read(workload));
    }

    /** The Scale with the managers of the replicas. */
    public ObjectNode shownIn(ObjectNode scale) {
        SortedMap<ManagerKey, Owned> shown = new TreeMap<>();
        owners.forEach(
                (key, owned) -> {
                    if (owns(owned, replicas)) {
                        shown.put(key, new Owned(SCALE_VERSION, REPLICAS, owned.time()));
                    }
                });
        return ManagedFields.with(scale, shown);
    }

    /** The workload with what became of its managers by a write of its Scale. */
    public ObjectNode takenBack(ObjectNode scale, ObjectNode workload) {
        SortedMap<ManagerKey, Owned> scaling = read(scale);
        SortedMap<ManagerKey, Owned> result = new TreeMap<>();
        owners.forEach(
                (key, owned) -> {
                    if (!owns(owned, replicas) || scaling.remove(key) != null) {
                        result.put(key, owned);
                        return;
                    }
                    FieldSet rest = owned.fields().difference(replicas);
                    if (!rest.isEmpty()) {
                        result.put(key, owned.withFields(rest));
                    }
                });
        for (Map.Entry<ManagerKey, Owned> entry : scaling.entrySet()) {
            if (owns(entry.getValue(), REPLICAS)) {
                result.put(inWorkload(entry.getKey()), new Owned(apiVersion, replicas, ""));
            }
        }
        return ManagedFields.with(workload, result);
    }

    private ManagerKey inWorkload(ManagerKey key) {
        return key.isApply()
                ? key
                : ManagerKey.update(key.manager(), apiVersion, key.subresource());
    }

    private static boolean owns(Owned owned, FieldSet replicas) {
        return !owned.fields().intersection(replicas).isEmpty();
    }

    private static SortedMap<ManagerKey, Owned> read(ObjectNode object) {
        try {
            return ManagedFields.read(object);
        } catch (InvalidManagedFieldsException _) {
            return new TreeMap<>();
        }
    }
}
