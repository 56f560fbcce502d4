package io.alcove.apiserver.kinds.resource;

import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.NodeSelectorRules;
import java.util.List;

/** What was allocated to a claim. */
final class AllocationRules {

    private static final int MOST_RESULTS = 32;
    private static final List<String> SOURCES = List.of("FromClaim", "FromClass");

    private AllocationRules() {}

    static void check(Inspection allocation, RequestNames names) {
        Inspection devices = allocation.field("devices");
        Sets.list(devices.field("results"), MOST_RESULTS, result -> result(result, names));
        Sets.list(
                devices.field("config"),
                2 * DeviceConfigurations.MOST,
                configuration -> {
                    configuration.field("source").requiredOneOf(SOURCES);
                    names.references(configuration.field("requests"));
                    DeviceConfigurations.check(configuration);
                });
        if (allocation.field("nodeSelector").isPresent()) {
            NodeSelectorRules.check(allocation.field("nodeSelector"));
        }
    }

    private static void result(Inspection result, RequestNames names) {
        names.reference(result.field("request"));
        DeviceNames.driver(result.field("driver"));
        DeviceNames.pool(result.field("pool"));
        result.field("device").checked(Names::dns1123Label);
        BindingConditionRules.check(result);
        if (result.field("shareID").isPresent()) {
            DeviceNames.share(result.field("shareID"));
        }
    }
}
