package io.alcove.apiserver.admission.quota;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.quantity.Quantity;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.limits.ResourceList;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Pods, and what their containers request. */
final class PodCost implements Evaluator {

    private static final String COUNT = "count/pods";
    private static final String REQUESTS = "requests.";

    private static final Set<String> NAMES =
            Set.of(
                    COUNT,
                    "pods",
                    "cpu",
                    "memory",
                    "ephemeral-storage",
                    "requests.cpu",
                    "requests.memory",
                    "requests.ephemeral-storage",
                    "limits.cpu",
                    "limits.memory",
                    "limits.ephemeral-storage");

    /** What containers must say where a quota limits it. */
    private static final Set<String> REQUIRED =
            Set.of(
                    "cpu",
                    "memory",
                    "requests.cpu",
                    "requests.memory",
                    "limits.cpu",
                    "limits.memory");

    private final InstantSource clock;

    PodCost(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return switch (request.subresource()) {
            case "" ->
                    request.is(Operation.CREATE)
                            || PodScopes.isTerminating(request.newObject())
                                    != PodScopes.isTerminating(request.presentObject());
            case "resize" -> request.is(Operation.UPDATE);
            default -> false;
        };
    }

    @Override
    public boolean counts(String name) {
        return NAMES.contains(name)
                || name.startsWith("hugepages-")
                || name.startsWith("requests.hugepages-")
                || isExtended(name);
    }

    /** Of names in quotas: {@code requests.example.com/device}. */
    private static boolean isExtended(String name) {
        boolean device = name.startsWith("requests.deviceclass.resource.kubernetes.io/");
        boolean foreign = name.contains("/") && !name.contains("kubernetes.io/");
        return name.startsWith(REQUESTS) && (foreign || device);
    }

    @Override
    public ResourceList usage(ApiObject pod) {
        ResourceList count = ResourceList.of(COUNT, ObjectCount.ONE);
        return isOver(pod)
                ? count
                : count.plus(named(RunningResources.requests(pod), RunningResources.limits(pod)));
    }

    /** Whether the pod has ended, or should have by now. */
    private boolean isOver(ApiObject pod) {
        String phase = pod.text("status", "phase");
        if (phase.equals("Failed") || phase.equals("Succeeded")) {
            return true;
        }
        JsonNode grace = pod.at("metadata", "deletionGracePeriodSeconds");
        return pod.isBeingDeleted()
                && grace.isNumber()
                && clock.instant()
                        .isAfter(
                                Instant.parse(pod.deletionTimestamp()).plusSeconds(grace.asLong()));
    }

    /** The names of quotas for what a pod or container requests, and its limits. */
    private static ResourceList named(ResourceList requests, ResourceList limits) {
        SortedMap<String, Quantity> all = new TreeMap<>();
        all.put("pods", ObjectCount.ONE);
        for (String name : List.of("cpu", "memory", "ephemeral-storage")) {
            requests.get(name).ifPresent(amount -> all.put(name, amount));
            requests.get(name).ifPresent(amount -> all.put(REQUESTS + name, amount));
            limits.get(name).ifPresent(amount -> all.put("limits." + name, amount));
        }
        requests.amounts()
                .forEach(
                        (name, amount) -> {
                            if (name.startsWith("hugepages-")) {
                                all.put(name, amount);
                                all.put(REQUESTS + name, amount);
                            } else if (isExtended(REQUESTS + name)) {
                                all.put(REQUESTS + name, amount);
                            }
                        });
        return new ResourceList(all);
    }

    @Override
    public boolean isIn(QuotaScope scope, ApiObject pod) {
        return PodScopes.matches(scope, pod);
    }

    @Override
    public Optional<String> missing(Set<String> limited, ApiObject pod) {
        if (RunningResources.isSetForWholePod(pod)) {
            return Optional.empty();
        }
        Map<String, Set<String>> missing = new TreeMap<>();
        for (String sort : List.of("containers", "initContainers")) {
            for (JsonNode container : pod.elements("spec", sort)) {
                JsonNode resources = container.path("resources");
                Set<String> said =
                        named(
                                        ResourceList.of(resources.path("requests")),
                                        ResourceList.of(resources.path("limits")))
                                .names();
                limited.stream()
                        .filter(name -> REQUIRED.contains(name) && !said.contains(name))
                        .forEach(
                                name ->
                                        missing.computeIfAbsent(name, _ -> new TreeSet<>())
                                                .add(container.path("name").asText("")));
            }
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        missing.entrySet().stream()
                                .map(e -> e.getKey() + " for: " + String.join(",", e.getValue()))
                                .collect(Collectors.joining("; ", "must specify ", "")));
    }
}
