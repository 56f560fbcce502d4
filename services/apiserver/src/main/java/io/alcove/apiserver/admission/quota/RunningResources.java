package io.alcove.apiserver.admission.quota;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.limits.ResourceList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a pod takes: what it asks for, or what its containers hold while a resize is not done, and
 * the overhead of running it.
 */
final class RunningResources {

    private RunningResources() {}

    static ResourceList requests(ApiObject pod) {
        ResourceList overhead = ResourceList.of(pod.at("spec", "overhead"));
        return sum(pod, "requests").with(ofWholePod(pod, "requests")).plus(overhead);
    }

    /** Overhead counts where there is a limit at all. */
    static ResourceList limits(ApiObject pod) {
        ResourceList limits = sum(pod, "limits").with(ofWholePod(pod, "limits"));
        ResourceList overhead =
                ResourceList.of(pod.at("spec", "overhead"))
                        .only(name -> limits.get(name).filter(a -> a.signum() != 0).isPresent());
        return limits.plus(overhead);
    }

    static boolean isSetForWholePod(ApiObject pod) {
        return !ofWholePod(pod, "requests").isEmpty() || !ofWholePod(pod, "limits").isEmpty();
    }

    private static ResourceList ofWholePod(ApiObject pod, String what) {
        return ResourceList.of(pod.at("spec", "resources", what))
                .only(
                        name ->
                                name.equals("cpu")
                                        || name.equals("memory")
                                        || name.startsWith("hugepages-"));
    }

    private static ResourceList sum(ApiObject pod, String what) {
        Map<String, JsonNode> statuses = statuses(pod);
        ResourceList running = ResourceList.EMPTY;
        for (JsonNode container : pod.elements("spec", "containers")) {
            running = running.plus(held(pod, container, statuses, what));
        }
        ResourceList sidecars = ResourceList.EMPTY;
        ResourceList starting = ResourceList.EMPTY;
        for (JsonNode container : pod.elements("spec", "initContainers")) {
            if (container.path("restartPolicy").asText().equals("Always")) {
                ResourceList own = held(pod, container, statuses, what);
                running = running.plus(own);
                sidecars = sidecars.plus(own);
                starting = starting.max(sidecars);
            } else {
                starting = starting.max(said(container, what).plus(sidecars));
            }
        }
        return running.max(starting);
    }

    private static Map<String, JsonNode> statuses(ApiObject pod) {
        Map<String, JsonNode> statuses = new HashMap<>();
        for (String field : List.of("containerStatuses", "initContainerStatuses")) {
            pod.elements("status", field)
                    .forEach(status -> statuses.put(status.path("name").asText(), status));
        }
        return statuses;
    }

    private static ResourceList held(
            ApiObject pod, JsonNode container, Map<String, JsonNode> statuses, String what) {
        JsonNode status = statuses.get(container.path("name").asText());
        if (status == null || !status.has("resources")) {
            return said(container, what);
        }
        ResourceList held = ResourceList.of(status.path("resources").path(what));
        if (what.equals("requests")) {
            held = held.max(ResourceList.of(status.path("allocatedResources")));
        }
        return isImpossible(pod) ? held : said(container, what).max(held);
    }

    private static boolean isImpossible(ApiObject pod) {
        return pod.elements("status", "conditions").stream()
                .filter(c -> c.path("type").asText().equals("PodResizePending"))
                .anyMatch(c -> c.path("reason").asText().equals("Infeasible"));
    }

    private static ResourceList said(JsonNode container, String what) {
        return ResourceList.of(container.path("resources").path(what));
    }
}
