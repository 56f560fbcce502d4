package io.alcove.apiserver.kinds.defaults;

import static io.alcove.apiserver.kinds.defaults.Default.insteadOfZero;
import static io.alcove.apiserver.kinds.defaults.Default.is;
import static io.alcove.apiserver.kinds.defaults.Default.isGiven;
import static io.alcove.apiserver.kinds.defaults.Default.set;
import static io.alcove.apiserver.kinds.defaults.Default.setAbsent;
import static io.alcove.apiserver.kinds.defaults.Default.when;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The groups rbac, scheduling, flowcontrol, resource, apiextensions and apiregistration. */
final class PolicyDefaults {

    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final List<Default> DEVICE_REQUEST =
            List.of(
                    set("allocationMode", "ExactCount"),
                    when(
                            is("allocationMode", "ExactCount"),
                            when(isGiven("count").negate(), set("count", 1))));

    static final Map<String, List<Default>> TABLE =
            Map.ofEntries(
                    Map.entry("rbac.RoleRef", List.of(set("apiGroup", RBAC))),
                    Map.entry(
                            "rbac.Subject",
                            List.of(
                                    when(is("kind", "User"), set("apiGroup", RBAC)),
                                    when(is("kind", "Group"), set("apiGroup", RBAC)))),
                    Map.entry(
                            "scheduling.PriorityClass",
                            List.of(setAbsent("preemptionPolicy", "PreemptLowerPriority"))),
                    Map.entry(
                            "flowcontrol.FlowSchemaSpec",
                            List.of(insteadOfZero("matchingPrecedence", 1000))),
                    Map.entry(
                            "flowcontrol.ExemptPriorityLevelConfiguration",
                            List.of(set("nominalConcurrencyShares", 0), set("lendablePercent", 0))),
                    Map.entry(
                            "flowcontrol.LimitedPriorityLevelConfiguration",
                            List.of(
                                    set("nominalConcurrencyShares", 30),
                                    set("lendablePercent", 0))),
                    Map.entry(
                            "flowcontrol.QueuingConfiguration",
                            List.of(
                                    insteadOfZero("handSize", 8),
                                    insteadOfZero("queues", 64),
                                    insteadOfZero("queueLengthLimit", 50))),
                    Map.entry("resource.ExactDeviceRequest", DEVICE_REQUEST),
                    Map.entry("resource.DeviceSubRequest", DEVICE_REQUEST),
                    Map.entry("resource.DeviceToleration", List.of(set("operator", "Equal"))),
                    Map.entry(
                            "apiextensions.CustomResourceDefinitionSpec",
                            List.of(PolicyDefaults::names, PolicyDefaults::conversion)),
                    Map.entry("apiextensions.ServiceReference", List.of(set("port", 443))),
                    Map.entry("apiregistration.ServiceReference", List.of(set("port", 443))));

    private PolicyDefaults() {}

    private static void names(ObjectNode definition) {
        ObjectNode names = definition.withObject("/names");
        String kind = names.path("kind").asText("");
        if (names.path("singular").asText("").isEmpty()) {
            names.put("singular", kind.toLowerCase(Locale.ROOT));
        }
        if (names.path("listKind").asText("").isEmpty() && !kind.isEmpty()) {
            names.put("listKind", kind + "List");
        }
    }

    /** Only where there is nothing: half a conversion is refused. */
    private static void conversion(ObjectNode definition) {
        if (!definition.path("conversion").isObject()) {
            definition.putObject("conversion").put("strategy", "None");
        }
    }
}
