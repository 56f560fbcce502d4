package io.alcove.apiserver.admission.limits;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.quantity.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a pod needs at most at any one time, over all its containers. */
public final class PodResources {

    private PodResources() {}

    public static ResourceList requests(ApiObject pod) {
        return sum(pod, "requests");
    }

    public static ResourceList limits(ApiObject pod) {
        return sum(pod, "limits");
    }

    /** Whether nothing of the pod asks for CPU or memory. */
    public static boolean isBestEffort(ApiObject pod) {
        List<JsonNode> resources = new ArrayList<>();
        resources.add(pod.at("spec", "resources"));
        for (String sort : List.of("containers", "initContainers")) {
            pod.elements("spec", sort).forEach(c -> resources.add(c.path("resources")));
        }
        return resources.stream().noneMatch(PodResources::asksForComputing);
    }

    private static boolean asksForComputing(JsonNode resources) {
        for (String what : List.of("requests", "limits")) {
            for (String name : List.of("cpu", "memory")) {
                if (!resources.path(what).path(name).asText("0").equals("0")) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Containers run together; init containers one after the other before them, each beside the
     * restartable ones that were started before it.
     */
    private static ResourceList sum(ApiObject pod, String what) {
        ResourceList running = ResourceList.EMPTY;
        for (JsonNode container : pod.elements("spec", "containers")) {
            running = running.plus(of(container, what));
        }
        ResourceList sidecars = ResourceList.EMPTY;
        ResourceList starting = ResourceList.EMPTY;
        for (JsonNode container : pod.elements("spec", "initContainers")) {
            ResourceList own = of(container, what);
            if (container.path("restartPolicy").asText().equals("Always")) {
                running = running.plus(own);
                sidecars = sidecars.plus(own);
                starting = starting.max(sidecars);
            } else {
                starting = starting.max(own.plus(sidecars));
            }
        }
        return running.max(starting).with(ofWholePod(pod, what));
    }

    private static ResourceList of(JsonNode container, String what) {
        return ResourceList.of(container.path("resources").path(what));
    }

    private static ResourceList ofWholePod(ApiObject pod, String what) {
        SortedMap<String, Quantity> amounts =
                new TreeMap<>(ResourceList.of(pod.at("spec", "resources", what)).amounts());
        amounts.keySet().removeIf(name -> !name.equals("cpu") && !name.equals("memory"));
        return new ResourceList(amounts);
    }
}
