package io.alcove.apiserver.registry.metadata;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The finalizers that make the garbage collector deal with dependents before their owner goes. */
public final class DependentFinalizers {

    public static final String ORPHAN = "orphan";
    public static final String FOREGROUND = "foregroundDeletion";

    private DependentFinalizers() {}

    /**
     * The object's finalizers with those two as wanted.
     *
     * @return whether that changed the set
     */
    public static boolean set(ApiObject object, boolean orphan, boolean foreground) {
        List<String> present = object.finalizers();
        List<String> wanted = new ArrayList<>(present);
        wanted.removeAll(List.of(ORPHAN, FOREGROUND));
        if (orphan) {
            wanted.add(ORPHAN);
        }
        if (foreground) {
            wanted.add(FOREGROUND);
        }
        if (new HashSet<>(present).equals(new HashSet<>(wanted))) {
            return false;
        }
        ObjectNode metadata = object.with("metadata");
        metadata.remove("finalizers");
        if (!wanted.isEmpty()) {
            ArrayNode finalizers = metadata.putArray("finalizers");
            wanted.forEach(finalizers::add);
        }
        return true;
    }
}
