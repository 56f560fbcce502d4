package io.alcove.apiserver.kinds;

import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apiserver.kinds.pod.PodValidation;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.HashMap;
import java.util.Map;

/** The rules of each built-in kind. */
final class Validations {

    private final Map<GroupKind, Validation> table = new HashMap<>();

    private Validations() {
        put("", "Pod", new PodValidation());
    }

    static Map<GroupKind, Validation> all() {
        return Map.copyOf(new Validations().table);
    }

    private void put(String group, String kind, Validation validation) {
        table.put(new GroupKind(group, kind), validation);
    }
}
