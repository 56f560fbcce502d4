package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
    private final SortedMap<ManagerKey, Owned> owners;

    private ScaleOwners(String apiVersion, SortedMap<ManagerKey, Owned> owners) {
        this.apiVersion = apiVersion;
        this.owners = owners;
    }

    /**
     * @param apiVersion of the workload, in the request
     */
    public static ScaleOwners of(ObjectNode workload, String apiVersion) {
        return new ScaleOwners(apiVersion, read(workload));
    }

    /** The Scale with the managers of the replicas. */
    public ObjectNode shownIn(ObjectNode scale) {
        SortedMap<ManagerKey, Owned> shown = new TreeMap<>();
        owners.forEach(
                (key, owned) -> {
                    if (ownsReplicas(owned)) {
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
                    if (!ownsReplicas(owned) || scaling.remove(key) != null) {
                        result.put(key, owned);
                        return;
                    }
                    FieldSet rest = owned.fields().difference(REPLICAS);
                    if (!rest.isEmpty()) {
                        result.put(key, owned.withFields(rest));
                    }
                });
        for (Map.Entry<ManagerKey, Owned> entry : scaling.entrySet()) {
            if (ownsReplicas(entry.getValue())) {
                result.put(inWorkload(entry.getKey()), new Owned(apiVersion, REPLICAS, ""));
            }
        }
        return ManagedFields.with(workload, result);
    }

    private ManagerKey inWorkload(ManagerKey key) {
        return key.isApply()
                ? key
                : ManagerKey.update(key.manager(), apiVersion, key.subresource());
    }

    private static boolean ownsReplicas(Owned owned) {
        return !owned.fields().intersection(REPLICAS).isEmpty();
    }

    private static SortedMap<ManagerKey, Owned> read(ObjectNode object) {
        try {
            return ManagedFields.read(object);
        } catch (InvalidManagedFieldsException _) {
            return new TreeMap<>();
        }
    }
}
