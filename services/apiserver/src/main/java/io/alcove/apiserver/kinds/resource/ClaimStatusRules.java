package io.alcove.apiserver.kinds.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashSet;
import java.util.Set;

/** status of a claim: what was allocated, and who uses it. */
final class ClaimStatusRules {

    private static final int MOST_CONSUMERS = 256;

    private ClaimStatusRules() {}

    static void check(Inspection claim, ApiObject old) {
        Inspection status = claim.field("status");
        Inspection consumers = status.field("reservedFor");
        Sets.distinct(
                consumers,
                MOST_CONSUMERS,
                consumer -> {
                    consumer.field("resource").required();
                    consumer.field("name").required();
                    consumer.field("uid").required();
                },
                consumer -> consumer.field("uid").text());
        Inspection allocation = status.field("allocation");
        AllocatedDeviceRules.check(status.field("devices"), allocation.at("devices", "results"));
        if (consumers.size() > 0 && !allocation.isPresent()) {
            consumers.forbidden("may not be specified when `allocated` is not set");
        } else if (claim.at("metadata", "deletionTimestamp").isPresent()
                && hasNew(consumers.node(), old.at("status", "reservedFor"))) {
            consumers.forbidden(
                    "new entries may not be added while `deallocationRequested` or"
                            + " `deletionTimestamp` are set");
        }
        JsonNode before = old.at("status", "allocation");
        if (allocation.isPresent() && before.isObject()) {
            allocation.immutable(before, "*oresource.AllocationResult");
        } else if (allocation.isPresent()) {
            AllocationRules.check(allocation, RequestNames.of(claim.node().at("/spec/devices")));
        }
    }

    private static boolean hasNew(JsonNode consumers, JsonNode old) {
        Set<JsonNode> known = new HashSet<>();
        old.forEach(known::add);
        for (JsonNode consumer : consumers) {
            if (!known.contains(consumer)) {
                return true;
            }
        }
        return false;
    }
}
