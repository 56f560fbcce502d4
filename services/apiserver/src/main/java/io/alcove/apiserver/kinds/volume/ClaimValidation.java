package io.alcove.apiserver.kinds.volume;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Quantities;
import io.alcove.apiserver.kinds.validation.ResourceNames;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/** PersistentVolumeClaims. */
public final class ClaimValidation implements Validation {

    private static final String CLASS = "volume.beta.kubernetes.io/storage-class";
    private static final List<String> RESIZE =
            List.of(
                    "ControllerResizeInProgress",
                    "ControllerResizeInfeasible",
                    "NodeResizeInProgress",
                    "NodeResizeInfeasible",
                    "NodeResizePending");

    @Override
    public void check(Inspection claim) {
        ClaimSpecRules.check(claim.field("spec"));
    }

    @Override
    public void checkUpdate(Inspection claim, ApiObject old) {
        Inspection spec = claim.field("spec");
        boolean keepsSource =
                old.at("spec", "dataSource").has("apiGroup")
                        || old.at("spec", "dataSourceRef").has("apiGroup");
        ClaimSpecRules.check(spec, keepsSource);
        annotation(claim, old);
        ObjectNode now = spec.node().deepCopy();
        ObjectNode before = old.with("spec").deepCopy();
        carryOver(claim, now, before, old);
        if (!JsonValues.equal(now, before)) {
            spec.forbidden(
                    "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound claims\n"
                            + spec.structs().diff("core.PersistentVolumeClaimSpec", before, now));
        }
        size(spec, old);
        claim.field("volumeMode", spec.field("volumeMode").node())
                .immutable(old.at("spec", "volumeMode"), "*s");
        attributes(spec.field("volumeAttributesClassName"), old);
    }

    private static void annotation(Inspection claim, ApiObject old) {
        Inspection name = claim.at("metadata", "annotations").field(CLASS);
        String before = old.annotation(CLASS).orElse("");
        if (!name.is(before) && !isUpgraded(claim, old)) {
            name.invalid(name.text(), Inspection.IMMUTABLE);
        }
    }

    /** The class moves from the annotation into the field. */
    private static boolean isUpgraded(Inspection claim, ApiObject old) {
        String before = old.annotation(CLASS).orElse("");
        Inspection now = claim.at("metadata", "annotations").field(CLASS);
        return old.annotation(CLASS).isPresent()
                && !old.at("spec").has("storageClassName")
                && claim.at("spec", "storageClassName").is(before)
                && (!now.isPresent() || now.is(before));
    }

    private static void carryOver(
            Inspection claim, ObjectNode now, ObjectNode before, ApiObject old) {
        if (!before.has("volumeName") && now.has("volumeName")) {
            before.set("volumeName", now.get("volumeName"));
        }
        boolean wasUnset = !before.has("storageClassName") && now.has("storageClassName");
        String annotated = old.annotation(CLASS).orElse(now.path("storageClassName").asText(""));
        if (isUpgraded(claim, old)
                || (wasUnset && now.path("storageClassName").asText("").equals(annotated))) {
            now.remove("storageClassName");
        }
        if (!claim.at("status", "phase").is("Bound")) {
            return;
        }
        JsonNode storage = before.path("resources").path("requests").path("storage");
        if (now.path("resources").path("requests") instanceof ObjectNode requests) {
            requests.set("storage", storage);
        }
        if (before.has("volumeAttributesClassName")) {
            now.set("volumeAttributesClassName", before.get("volumeAttributesClassName"));
        } else {
            now.remove("volumeAttributesClassName");
        }
    }

    private static void size(Inspection spec, ApiObject old) {
        Inspection storage = spec.at("resources", "requests", "storage");
        Quantity now = Quantities.of(storage.node());
        Quantity before = Quantities.of(old.at("spec", "resources", "requests", "storage"));
        Quantity actual = Quantities.of(old.at("status", "capacity", "storage"));
        if (now.compareTo(before) < 0 && now.compareTo(actual) <= 0) {
            storage.forbidden("field can not be less than status.capacity");
        }
    }

    private static void attributes(Inspection name, ApiObject old) {
        if (name.isSame(old.at("spec", "volumeAttributesClassName"))
                || !old.at("status").has("currentVolumeAttributesClassName")) {
            return;
        }
        if (!name.isPresent()) {
            name.forbidden(
                    "update to nil is forbidden when status.currentVolumeAttributesClassName is not nil");
        } else if (!name.isGiven()) {
            name.forbidden(
                    "update to empty string is forbidden when status.currentVolumeAttributesClassName is not nil");
        }
    }

    @Override
    public void checkStatus(Inspection claim, ApiObject old) {
        Inspection status = claim.field("status");
        status.field("capacity").eachEntry(ClaimValidation::amount);
        Inspection statuses = status.field("allocatedResourceStatuses");
        for (String key : statuses.keys()) {
            resourceKey(statuses, key);
            if (!RESIZE.contains(statuses.node().path(key).asText(""))) {
                statuses.holding(TextNode.valueOf(key)).notSupported(RESIZE);
            }
        }
        Inspection allocated = status.field("allocatedResources");
        for (String key : allocated.keys()) {
            if (resourceKey(allocated, key)) {
                amount(allocated.entry(key));
            }
        }
    }

    private static void amount(Inspection amount) {
        long value = Quantities.of(amount.node()).value();
        if (value < 0) {
            amount.invalid(value, "must be a valid resource quantity");
        }
    }

    private static boolean resourceKey(Inspection map, String key) {
        List<String> problems = LabelNames.key(key);
        problems.forEach(problem -> map.invalid(key, problem));
        if (problems.isEmpty() && ResourceNames.isNative(key) && !key.equals("storage")) {
            map.holding(TextNode.valueOf(key)).notSupported(List.of("storage"));
            return false;
        }
        return problems.isEmpty();
    }
}
