package io.alcove.apiserver.kinds.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.NodeSelectorRules;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Slices of a pool: the devices that a driver offers. */
public final class ResourceSliceValidation implements Validation {

    private static final int MOST_DEVICES = 128;
    private static final int MOST_ADVANCED_DEVICES = 64;
    private static final int MOST_COUNTER_SETS = 8;
    private static final String ONE_OF =
            "exactly one of `nodeName`, `nodeSelector`, `allNodes`, `perDeviceNodeSelection` is"
                    + " required";

    @Override
    public void check(Inspection slice) {
        check(slice, Map.of());
    }

    @Override
    public void checkUpdate(Inspection slice, ApiObject old) {
        Map<String, JsonNode> devices = new HashMap<>();
        old.at("spec", "devices").forEach(each -> devices.put(each.path("name").asText(""), each));
        Inspection spec = slice.field("spec");
        driver(spec);
        spec.at("pool", "name").unchanged(old.at("spec", "pool", "name"));
        spec.field("driver").unchanged(old.at("spec", "driver"));
        spec.field("nodeName").unchanged(old.at("spec", "nodeName"));
        rest(spec, devices);
    }

    private static void check(Inspection slice, Map<String, JsonNode> oldDevices) {
        driver(slice.field("spec"));
        rest(slice.field("spec"), oldDevices);
    }

    private static void driver(Inspection spec) {
        DeviceNames.driver(spec.field("driver"));
        Inspection pool = spec.field("pool");
        DeviceNames.pool(pool.field("name"));
        pool.field("resourceSliceCount").positive();
        if (pool.field("generation").number() < 0) {
            pool.field("generation").invalid("must be greater than or equal to zero");
        }
    }

    private static void rest(Inspection spec, Map<String, JsonNode> oldDevices) {
        nodes(spec);
        Inspection devices = spec.field("devices");
        Inspection counters = spec.field("sharedCounters");
        if (counters.isPresent() && devices.isPresent()) {
            spec.invalid("", "only one of `sharedCounters` or `devices` is allowed");
        }
        boolean perDevice = spec.field("perDeviceNodeSelection").isTrue();
        Sets.distinct(
                devices,
                isAdvanced(devices.node()) ? MOST_ADVANCED_DEVICES : MOST_DEVICES,
                device ->
                        DeviceRules.check(
                                device, oldDevices.get(device.field("name").text()), perDevice),
                device -> device.field("name").text());
        Sets.distinct(
                counters,
                MOST_COUNTER_SETS,
                CounterRules::counterSet,
                set -> set.field("name").text());
    }

    private static boolean isAdvanced(JsonNode devices) {
        for (JsonNode device : devices) {
            if (!device.path("taints").isEmpty() || !device.path("consumesCounters").isEmpty()) {
                return true;
            }
            for (JsonNode attribute : device.path("attributes")) {
                if (DeviceAttributes.isList(attribute)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void nodes(Inspection spec) {
        List<String> set = new ArrayList<>();
        Inspection name = spec.field("nodeName");
        if (name.isGiven()) {
            set.add("`nodeName`");
            name.checked(Names::dns1123Subdomain);
        } else if (name.isPresent()) {
            name.invalid("must be either unset or set to a non-empty string");
        }
        Inspection selector = spec.field("nodeSelector");
        if (selector.isPresent()) {
            set.add("`nodeSelector`");
            NodeSelectorRules.check(selector);
            Inspection terms = selector.field("nodeSelectorTerms");
            if (terms.size() != 1) {
                terms.invalidAs(
                        "locore.NodeSelectorTerm", "must have exactly one node selector term");
            }
        }
        trueOrUnset(spec.field("allNodes"), set);
        trueOrUnset(spec.field("perDeviceNodeSelection"), set);
        if (set.isEmpty()) {
            spec.missing(ONE_OF);
        } else if (set.size() > 1) {
            spec.invalid(
                    "{" + String.join(", ", set) + "}", ONE_OF + ", but multiple fields are set");
        }
    }

    private static void trueOrUnset(Inspection flag, List<String> set) {
        if (flag.isTrue()) {
            set.add("`" + flag.name() + "`");
        } else if (flag.isPresent()) {
            flag.invalid("must be either unset or set to true");
        }
    }
}
