package io.alcove.apiserver.kinds.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import io.alcove.apiserver.kinds.volume.SharedSources;
import java.util.HashSet;
import java.util.Set;

/** CSINodes. */
public final class CsiNodeValidation implements Validation {

    private static final int MAX_NODE_ID = 256;

    @Override
    public void check(Inspection node) {
        Set<String> names = new HashSet<>();
        node.at("spec", "drivers").each(driver -> driver(driver, names));
    }

    private static void driver(Inspection driver, Set<String> names) {
        Inspection name = driver.field("name");
        SharedSources.driverName(name);
        Inspection id = driver.field("nodeID");
        id.required();
        if (Bytes.length(id.text()) > MAX_NODE_ID) {
            id.invalid("must be 256 characters or less");
        }
        driver.at("allocatable", "count").nonNegative();
        if (!names.add(name.text())) {
            name.duplicate(name.text());
        }
        Set<String> keys = new HashSet<>();
        for (JsonNode each : driver.node().path("topologyKeys")) {
            String key = each.asText("");
            if (key.isEmpty()) {
                driver.missing();
            }
            if (!keys.add(key)) {
                driver.duplicate(key);
            }
            LabelNames.key(key).forEach(problem -> driver.invalid(key, problem));
        }
    }

    @Override
    public void checkUpdate(Inspection node, ApiObject old) {
        check(node);
        Inspection drivers = node.at("spec", "drivers");
        for (JsonNode before : old.at("spec", "drivers")) {
            for (JsonNode now : drivers.node()) {
                if (now.path("name").equals(before.path("name"))) {
                    unchanged(drivers, (ObjectNode) now.deepCopy(), (ObjectNode) before.deepCopy());
                }
            }
        }
    }

    /** But for how many volumes it takes. */
    private static void unchanged(Inspection drivers, ObjectNode now, ObjectNode before) {
        now.remove("allocatable");
        before.remove("allocatable");
        if (!JsonValues.equal(now, before)) {
            drivers.invalid(
                    drivers.structs().of("storage.CSINodeDriver", now), Inspection.IMMUTABLE);
        }
    }
}
