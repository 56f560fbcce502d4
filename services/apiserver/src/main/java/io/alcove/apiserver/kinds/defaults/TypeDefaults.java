package io.alcove.apiserver.kinds.defaults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The defaults of each type. What is not said for a type's version is looked up without it. */
public final class TypeDefaults {

    private final Map<String, List<Default>> byType;

    private TypeDefaults(Map<String, List<Default>> byType) {
        this.byType = Map.copyOf(byType);
    }

    public static TypeDefaults builtIn() {
        Map<String, List<Default>> all = new HashMap<>();
        for (Map<String, List<Default>> table :
                List.of(
                        CoreDefaults.TABLE,
                        PodDefaults.TABLE,
                        VolumeDefaults.TABLE,
                        AppsDefaults.TABLE,
                        BatchDefaults.TABLE,
                        NetworkDefaults.TABLE,
                        ScalingDefaults.TABLE,
                        AdmissionDefaults.TABLE,
                        PolicyDefaults.TABLE)) {
            all.putAll(table);
        }
        return new TypeDefaults(all);
    }

    /**
     * @param type as the forms name it: "core.v1.Probe"
     */
    public void apply(String type, ObjectNode node) {
        Collection<Default> defaults = byType.get(type);
        if (defaults == null) {
            defaults = byType.getOrDefault(withoutVersion(type), List.of());
        }
        defaults.forEach(each -> each.apply(node));
    }

    static String withoutVersion(String type) {
        return type.substring(0, type.indexOf('.')) + type.substring(type.lastIndexOf('.'));
    }
}
