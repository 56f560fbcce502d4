package io.alcove.apiserver.kinds.resource;

import com.fasterxml.jackson.databind.node.NullNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.List;

/** spec.devices of a claim. */
final class DeviceClaimRules {

    static final int MOST_REQUESTS = 32;

    private static final int MOST_CONSTRAINTS = 32;
    private static final int MOST_ALTERNATIVES = 8;
    private static final List<String> MODES = List.of("All", "ExactCount");

    private DeviceClaimRules() {}

    static void check(Inspection devices) {
        RequestNames names = RequestNames.of(devices.node());
        Sets.distinct(
                devices.field("requests"),
                MOST_REQUESTS,
                DeviceClaimRules::request,
                request -> request.field("name").text());
        Sets.list(
                devices.field("constraints"),
                MOST_CONSTRAINTS,
                constraint -> constraint(constraint, names));
        Sets.list(
                devices.field("config"),
                DeviceConfigurations.MOST,
                configuration -> {
                    names.references(configuration.field("requests"));
                    DeviceConfigurations.check(configuration);
                });
    }

    private static void request(Inspection request) {
        request.field("name").checked(Names::dns1123Label);
        Inspection exactly = request.field("exactly");
        Inspection alternatives = request.field("firstAvailable");
        if (exactly.isPresent() && alternatives.size() > 0) {
            request.invalid(
                    NullNode.instance,
                    "exactly one of `exactly` or `firstAvailable` is required,"
                            + " but multiple fields are set");
        } else if (alternatives.size() > 0) {
            Sets.distinct(
                    alternatives,
                    MOST_ALTERNATIVES,
                    alternative -> {
                        alternative.field("name").checked(Names::dns1123Label);
                        exactly(alternative);
                    },
                    alternative -> alternative.field("name").text());
        } else if (exactly.isPresent()) {
            exactly(exactly);
        } else {
            request.missing("exactly one of `exactly` or `firstAvailable` is required");
        }
    }

    private static void exactly(Inspection request) {
        request.field("deviceClassName").requiredAs(Names::dns1123Subdomain);
        DeviceConfigurations.selectors(request.field("selectors"));
        Inspection count = request.field("count");
        Inspection mode = request.field("allocationMode");
        switch (mode.text()) {
            case "All" -> {
                if (count.number() != 0) {
                    count.invalid("must not be specified when allocationMode is 'All'");
                }
            }
            case "ExactCount" -> count.positive();
            default -> mode.supports(MODES);
        }
        Sets.list(request.field("tolerations"), DeviceTaints.MOST, DeviceTaints::toleration);
    }

    private static void constraint(Inspection constraint, RequestNames names) {
        names.references(constraint.field("requests"));
        Inspection match = constraint.field("matchAttribute");
        Inspection distinct = constraint.field("distinctAttribute");
        if (match.isPresent()) {
            DeviceNames.fullyQualified(match);
        } else if (distinct.isPresent()) {
            DeviceNames.fullyQualified(distinct);
        } else {
            constraint.missing(
                    "exactly one of \"matchAttribute\" or \"distinctAttribute\" is required,"
                            + " but multiple fields are set");
        }
    }
}
