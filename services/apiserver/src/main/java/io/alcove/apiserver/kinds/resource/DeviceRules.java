package io.alcove.apiserver.kinds.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.NodeSelectorRules;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A device of a slice. */
final class DeviceRules {

    private static final int MOST_QUALITIES = 32;
    private static final int MOST_VALUES = 48;
    private static final int LONGEST_KEY = 63 + 1 + 32;
    private static final List<String> NODE_FIELDS = List.of("nodeName", "nodeSelector", "allNodes");
    private static final String ONE_OF =
            "exactly one of `nodeName`, `nodeSelector`, or `allNodes` is required when"
                    + " `perDeviceNodeSelection` is set to true in the ResourceSlice spec";

    private DeviceRules() {}

    static void check(Inspection device, @Nullable JsonNode old, boolean perDevice) {
        device.field("name").checked(Names::dns1123Label);
        qualities(device);
        JsonNode oldTaints = old == null ? MissingNode.getInstance() : old.path("taints");
        if (old == null || !device.field("taints").isSame(oldTaints)) {
            Sets.list(device.field("taints"), DeviceTaints.MOST, DeviceTaints::taint);
        }
        Sets.distinct(
                device.field("consumesCounters"),
                CounterRules.MOST_CONSUMPTIONS,
                CounterRules::consumption,
                consumption -> consumption.field("counterSet").text());
        if (perDevice) {
            nodes(device);
        } else if (NODE_FIELDS.stream().anyMatch(f -> device.field(f).isPresent())) {
            device.invalid(
                    NullNode.instance,
                    "`nodeName`, `nodeSelector` and `allNodes` can only be set if"
                            + " `perDeviceNodeSelection` is set to true in the ResourceSlice spec");
        }
        BindingConditionRules.check(device);
    }

    private static void qualities(Inspection device) {
        Inspection attributes = device.field("attributes");
        Inspection capacity = device.field("capacity");
        int qualities = attributes.size() + capacity.size();
        if (qualities > MOST_QUALITIES) {
            device.invalid(
                    qualities,
                    "the total number of attributes and capacities must not exceed "
                            + MOST_QUALITIES);
        }
        int values = 0;
        for (JsonNode attribute : attributes.node()) {
            values += DeviceAttributes.entries(attribute);
        }
        if (values > MOST_VALUES) {
            device.invalid(
                    values, "the total number of attribute values must not exceed " + MOST_VALUES);
        }
        for (String name : attributes.keys()) {
            DeviceNames.qualified(attributes, name);
            DeviceAttributes.check(entry(attributes, name));
        }
        boolean isShared = device.field("allowMultipleAllocations").isTrue();
        for (String name : capacity.keys()) {
            DeviceNames.qualified(capacity, name);
            CapacityPolicies.check(entry(capacity, name), isShared);
        }
    }

    /** Keys that are too long are shortened in the middle. */
    private static Inspection entry(Inspection map, String key) {
        if (key.length() <= LONGEST_KEY) {
            return map.entry(key);
        }
        int remaining = LONGEST_KEY - 3;
        String shown =
                key.substring(0, (remaining + 1) / 2)
                        + "..."
                        + key.substring(key.length() - remaining / 2);
        return map.entry(shown).holding(map.node().path(key));
    }

    private static void nodes(Inspection device) {
        List<String> set = new ArrayList<>();
        Inspection name = device.field("nodeName");
        if (name.isGiven()) {
            set.add("`nodeName`");
            name.checked(Names::dns1123Subdomain);
        } else if (name.isPresent()) {
            name.invalid("must not be empty");
        }
        Inspection selector = device.field("nodeSelector");
        if (selector.isPresent()) {
            set.add("`nodeSelector`");
            NodeSelectorRules.check(selector);
        }
        Inspection all = device.field("allNodes");
        if (all.isTrue()) {
            set.add("`allNodes`");
        } else if (all.isPresent()) {
            all.invalid("must be either unset or set to true");
        }
        if (set.isEmpty()) {
            device.missing(ONE_OF);
        } else if (set.size() > 1) {
            device.invalid("{" + String.join(", ", set) + "}", ONE_OF);
        }
    }
}
