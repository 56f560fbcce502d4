package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.pod.QualityOfService;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;
import io.alcove.apiserver.registry.UpdateRules;
import io.alcove.apiserver.request.RequestContext;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Pods. */
final class PodStrategy extends BuiltInStrategy {

    private static final List<String> SELECTABLE =
            List.of(
                    "spec.nodeName",
                    "spec.restartPolicy",
                    "spec.schedulerName",
                    "spec.serviceAccountName",
                    "status.phase",
                    "status.podIP",
                    "status.nominatedNodeName");

    private static final String GRACE = "terminationGracePeriodSeconds";

    private final Clock clock;

    PodStrategy(Defaulting defaulting, Traits traits, Clock clock) {
        super(defaulting, traits);
        this.clock = clock;
    }

    @Override
    protected void prepareNew(RequestContext context, ApiObject pod) {
        MatchLabelKeys.merge(pod);
        if (pod.at("spec", GRACE).asLong() < 0) {
            pod.with("spec").put(GRACE, 1);
        }
        ObjectNode status = pod.node().putObject("status");
        status.put("phase", "Pending").put("qosClass", QualityOfService.of(pod));
        if (!pod.at("spec", "schedulingGates").isEmpty()) {
            status.putArray("conditions")
                    .addObject()
                    .put("type", "PodScheduled")
                    .put("status", "False")
                    .putNull("lastProbeTime")
                    .put(
                            "lastTransitionTime",
                            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                    .put("reason", "SchedulingGated")
                    .put("message", "Scheduling is blocked due to non-empty scheduling gates");
        }
    }

    @Override
    public Optional<UpdateRules> subresource(String name) {
        return switch (name) {
            case "binding" -> Optional.of(new PodBindingRules());
            case "ephemeralcontainers" -> Optional.of(new EphemeralContainerRules(structs()));
            case "resize" -> Optional.of(new PodResizeRules(structs()));
            case "status" -> Optional.of(new PodStatusRules(structs()));
            default -> Optional.empty();
        };
    }

    @Override
    public Set<String> fieldLabels() {
        return fields(ApiObject.of(JsonNodeFactory.instance.objectNode())).keySet();
    }

    @Override
    public Map<String, String> fields(ApiObject pod) {
        Map<String, String> values = new HashMap<>();
        SELECTABLE.forEach(path -> values.put(path, pod.text(path.split("\\.", -1))));
        values.put("spec.hostNetwork", Boolean.toString(pod.at("spec", "hostNetwork").asBoolean()));
        values.put(
                "status.podIPs",
                pod.elements("status", "podIPs").stream()
                        .map(ip -> ip.path("ip").asText())
                        .findFirst()
                        .orElse(""));
        return values;
    }

    /** A pod that no kubelet runs has nobody to wait for. */
    @Override
    public OptionalLong gracePeriodSeconds(ApiObject pod, OptionalLong requested) {
        String phase = pod.text("status", "phase");
        boolean idle = pod.text("spec", "nodeName").isEmpty();
        if (idle || phase.equals("Failed") || phase.equals("Succeeded")) {
            return OptionalLong.of(0);
        }
        long own = pod.at("spec", "terminationGracePeriodSeconds").asLong(0);
        long period = requested.orElse(own);
        return OptionalLong.of(period < 0 ? 1 : period);
    }

    @Override
    public boolean returnsDeletedObject() {
        return true;
    }
}
