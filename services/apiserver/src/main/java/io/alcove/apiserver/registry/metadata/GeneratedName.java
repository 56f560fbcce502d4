package io.alcove.apiserver.registry.metadata;

import io.alcove.apimachinery.names.GeneratedNames;
import io.alcove.apimachinery.object.ApiObject;

/** Names made from metadata.generateName. */
public final class GeneratedName {

    private GeneratedName() {}

    public static boolean isWanted(ApiObject object) {
        return object.name().isEmpty() && !base(object).isEmpty();
    }

    public static void assign(ApiObject object) {
        object.with("metadata").put("name", GeneratedNames.of(base(object)));
    }

    public static String base(ApiObject object) {
        return object.text("metadata", "generateName");
    }
}
