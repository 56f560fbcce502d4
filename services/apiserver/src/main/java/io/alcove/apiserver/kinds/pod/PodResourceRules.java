package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apiserver.kinds.validation.ContainerSums;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Quantities;
import io.alcove.apiserver.kinds.validation.ResourceNames;
import java.util.List;
import java.util.Map;

/** spec.resources: what a pod as a whole asks for holds what its containers ask for. */
final class PodResourceRules {

    private static final List<String> SUPPORTED = List.of("cpu", "hugepages-", "memory");

    private PodResourceRules() {}

    static void check(Inspection spec, PodScope scope) {
        Inspection resources = spec.field("resources");
        if (!resources.isPresent()) {
            return;
        }
        if (spec.at("os", "name").is("windows")) {
            resources.forbidden("may not be set for a windows pod");
            return;
        }
        if (resources.field("claims").isPresent()) {
            resources.field("claims").forbidden("claims may not be set for Resources at pod-level");
        }
        RequirementRules.check(resources, PodResourceRules::name, scope.claims());
        requests(spec, resources);
        pages(spec, resources);
        limits(spec, resources);
    }

    private static void name(Inspection quantity) {
        String name = quantity.name();
        if (!ResourceNames.check(quantity)) {
            return;
        }
        if (!name.equals("cpu") && !name.equals("memory") && !ResourceNames.isHugePages(name)) {
            quantity.holding(new TextNode(name)).notSupported(SUPPORTED);
        }
    }

    private static void requests(Inspection spec, Inspection resources) {
        Inspection requests = resources.field("requests");
        ContainerSums.of(spec.node(), "requests")
                .forEach(
                        (name, sum) -> {
                            Inspection request = requests.entry(name);
                            Quantity own = Quantities.of(request.node());
                            if (request.isPresent() && sum.compareTo(own) > 0) {
                                request.invalid(
                                        own.toString(),
                                        "must be greater than or equal to aggregate container requests of "
                                                + sum);
                            }
                        });
    }

    private static void pages(Inspection spec, Inspection resources) {
        Inspection limits = resources.field("limits");
        ContainerSums.of(spec.node(), "limits")
                .forEach(
                        (name, sum) -> {
                            Inspection limit = limits.entry(name);
                            Quantity own = Quantities.of(limit.node());
                            if (ResourceNames.isHugePages(name)
                                    && limit.isPresent()
                                    && sum.compareTo(own) > 0) {
                                resources
                                        .field("limits")
                                        .entry(name)
                                        .invalid(
                                                own.toString(),
                                                "must be greater than or equal to aggregate container limits of "
                                                        + sum);
                            }
                        });
    }

    private static void limits(Inspection spec, Inspection resources) {
        JsonNode podLimits = resources.node().path("limits");
        spec.field("containers")
                .each(
                        container -> {
                            JsonNode limits = container.node().path("resources").path("limits");
                            for (Map.Entry<String, JsonNode> limit : limits.properties()) {
                                JsonNode pod = podLimits.path(limit.getKey());
                                Quantity own = Quantities.of(limit.getValue());
                                if (!pod.isMissingNode() && own.compareTo(Quantities.of(pod)) > 0) {
                                    resources
                                            .field("containers")
                                            .element(container.index())
                                            .entry(limit.getKey())
                                            .field("limits")
                                            .invalid(
                                                    own.toString(),
                                                    "must be less than or equal to pod limits of "
                                                            + Quantities.of(pod));
                                }
                            }
                        });
    }
}
