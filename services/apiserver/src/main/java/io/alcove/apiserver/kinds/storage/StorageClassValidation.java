package io.alcove.apiserver.kinds.storage;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** StorageClasses. */
public final class StorageClassValidation implements Validation {

    private static final List<String> RECLAIM = List.of("Delete", "Retain");
    private static final List<String> BINDING = List.of("Immediate", "WaitForFirstConsumer");

    @Override
    public void check(Inspection storageClass) {
        ClassParts.provisioner(storageClass.field("provisioner"));
        ClassParts.parameters(storageClass.field("parameters"));
        Inspection reclaim = storageClass.field("reclaimPolicy");
        if (reclaim.isGiven()) {
            reclaim.oneOf(RECLAIM);
        }
        Inspection binding = storageClass.field("volumeBindingMode");
        if (binding.isPresent()) {
            binding.oneOf(BINDING);
        } else {
            binding.missing();
        }
        topologies(storageClass.field("allowedTopologies"));
    }

    private static void topologies(Inspection topologies) {
        List<Map<String, Set<String>>> seen = new ArrayList<>();
        topologies.each(
                term -> {
                    Map<String, Set<String>> requirements = term(term);
                    // upstream compares with as many terms without requirements as there are terms
                    if (requirements.isEmpty() || seen.contains(requirements)) {
                        term.field("matchLabelExpressions").duplicate("");
                    }
                    seen.add(requirements);
                });
    }

    private static Map<String, Set<String>> term(Inspection term) {
        Map<String, Set<String>> requirements = new HashMap<>();
        term.field("matchLabelExpressions")
                .each(
                        requirement -> {
                            Inspection values = requirement.field("values");
                            values.required();
                            Set<String> set = new HashSet<>();
                            values.each(
                                    value -> {
                                        if (!set.add(value.text())) {
                                            value.duplicate();
                                        }
                                    });
                            Inspection key = requirement.field("key");
                            LabelRules.key(key);
                            if (requirements.put(key.text(), set) != null) {
                                key.duplicate();
                            }
                        });
        return requirements;
    }

    @Override
    public void checkUpdate(Inspection storageClass, ApiObject old) {
        JsonNode before = old.node();
        storageClass.field("parameters").immutable(before.path("parameters"), "ms");
        storageClass.field("provisioner").immutable(before.path("provisioner"), "s");
        storageClass.field("reclaimPolicy").immutable(before.path("reclaimPolicy"), "*s");
        storageClass.field("volumeBindingMode").immutable(before.path("volumeBindingMode"), "*s");
    }
}
