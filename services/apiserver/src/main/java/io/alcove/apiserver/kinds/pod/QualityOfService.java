package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;

/** The class of a pod by what its containers, or the pod as a whole, ask for. */
public final class QualityOfService {

    private static final List<String> COMPUTE = List.of("cpu", "memory");

    private QualityOfService() {}

    public static String of(ApiObject pod) {
        List<JsonNode> resources = resources(pod);
        if (resources.stream().allMatch(QualityOfService::asksForNothing)) {
            return "BestEffort";
        }
        return resources.stream().allMatch(QualityOfService::isGuaranteed)
                ? "Guaranteed"
                : "Burstable";
    }

    private static List<JsonNode> resources(ApiObject pod) {
        JsonNode whole = pod.at("spec", "resources");
        if (!whole.path("requests").isEmpty() || !whole.path("limits").isEmpty()) {
            return List.of(whole);
        }
        List<JsonNode> resources = new ArrayList<>();
        pod.elements("spec", "containers").forEach(c -> resources.add(c.path("resources")));
        pod.elements("spec", "initContainers").forEach(c -> resources.add(c.path("resources")));
        return resources;
    }

    private static boolean asksForNothing(JsonNode resources) {
        return COMPUTE.stream()
                .allMatch(
                        name ->
                                isZero(resources.path("requests").path(name))
                                        && isZero(resources.path("limits").path(name)));
    }

    private static boolean isGuaranteed(JsonNode resources) {
        return COMPUTE.stream()
                .allMatch(
                        name -> {
                            JsonNode limit = resources.path("limits").path(name);
                            JsonNode request = resources.path("requests").path(name);
                            return !isZero(limit)
                                    && !isZero(request)
                                    && quantity(limit).equals(quantity(request));
                        });
    }

    private static boolean isZero(JsonNode quantity) {
        return quantity.isMissingNode() || quantity(quantity).signum() == 0;
    }

    private static Quantity quantity(JsonNode node) {
        return Quantity.parse(node.asText());
    }
}
