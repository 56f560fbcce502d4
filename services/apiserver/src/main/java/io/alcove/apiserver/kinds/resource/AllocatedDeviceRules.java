package io.alcove.apiserver.kinds.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.ConditionRules;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashSet;
import java.util.Set;

/** What drivers tell of the devices that they allocated. */
final class AllocatedDeviceRules {

    private static final int MOST_CONDITIONS = 8;
    private static final int MOST_ADDRESSES = 16;
    private static final int LONGEST_INTERFACE = 256;
    private static final int LONGEST_HARDWARE_ADDRESS = 128;

    private AllocatedDeviceRules() {}

    static void check(Inspection devices, Inspection allocated) {
        Set<String> known = new HashSet<>();
        allocated.each(result -> known.add(identity(result.node())));
        Sets.distinct(
                devices,
                Integer.MAX_VALUE,
                device -> device(device, known),
                device -> identity(device.node()));
    }

    /** As upstream writes it: driver/pool/device, and the share where it has one. */
    private static String identity(JsonNode device) {
        String identity =
                "%s/%s/%s"
                        .formatted(
                                device.path("driver").asText(""),
                                device.path("pool").asText(""),
                                device.path("device").asText(""));
        return device.path("shareID").isTextual()
                ? identity + "/" + device.path("shareID").asText()
                : identity;
    }

    private static void device(Inspection device, Set<String> known) {
        DeviceNames.driver(device.field("driver"));
        DeviceNames.pool(device.field("pool"));
        device.field("device").checked(Names::dns1123Label);
        if (device.field("shareID").isPresent()) {
            DeviceNames.share(device.field("shareID"));
        }
        if (!known.contains(identity(device.node()))) {
            device.invalid(identity(device.node()), "must be an allocated device in the claim");
        }
        Inspection conditions = device.field("conditions");
        if (conditions.size() > MOST_CONDITIONS) {
            conditions.add(
                    StatusCause.tooMany(conditions.path(), conditions.size(), MOST_CONDITIONS));
        }
        ConditionRules.check(conditions);
        if (device.field("data").isPresent()) {
            DeviceConfigurations.raw(device.field("data"));
        }
        network(device.field("networkData"));
    }

    private static void network(Inspection network) {
        limited(network.field("interfaceName"), LONGEST_INTERFACE);
        limited(network.field("hardwareAddress"), LONGEST_HARDWARE_ADDRESS);
        Sets.distinct(network.field("ips"), MOST_ADDRESSES, _ -> {}, Inspection::text);
    }

    private static void limited(Inspection text, int longest) {
        if (Bytes.length(text.text()) > longest) {
            text.tooLong(longest);
        }
    }
}
