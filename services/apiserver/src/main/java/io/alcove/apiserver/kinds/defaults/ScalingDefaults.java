package io.alcove.apiserver.kinds.defaults;

import static io.alcove.apiserver.kinds.defaults.Default.inside;
import static io.alcove.apiserver.kinds.defaults.Default.insideIfGiven;
import static io.alcove.apiserver.kinds.defaults.Default.set;
import static io.alcove.apiserver.kinds.defaults.Default.setAbsent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** The group autoscaling. */
final class ScalingDefaults {

    private static final int CPU_UTILIZATION = 80;

    static final Map<String, List<Default>> TABLE =
            Map.of(
                    "autoscaling.HorizontalPodAutoscalerSpec",
                    List.of(set("minReplicas", 1)),
                    "autoscaling.v1.HorizontalPodAutoscalerSpec",
                    List.of(
                            set("minReplicas", 1),
                            set("targetCPUUtilizationPercentage", CPU_UTILIZATION)),
                    "autoscaling.v2.HorizontalPodAutoscalerSpec",
                    List.of(
                            set("minReplicas", 1),
                            ScalingDefaults::metrics,
                            insideIfGiven(
                                    "behavior",
                                    inside(
                                            "scaleUp",
                                            set("stabilizationWindowSeconds", 0),
                                            setAbsent("selectPolicy", "Max"),
                                            ScalingDefaults::scaleUpPolicies),
                                    inside(
                                            "scaleDown",
                                            setAbsent("selectPolicy", "Max"),
                                            ScalingDefaults::scaleDownPolicies))));

    private ScalingDefaults() {}

    private static void metrics(ObjectNode spec) {
        if (spec.path("metrics").isEmpty()) {
            ObjectNode metric = spec.putArray("metrics").addObject().put("type", "Resource");
            metric.putObject("resource")
                    .put("name", "cpu")
                    .putObject("target")
                    .put("type", "Utilization")
                    .put("averageUtilization", CPU_UTILIZATION);
        }
    }

    private static void scaleUpPolicies(ObjectNode rules) {
        if (!rules.path("policies").isArray()) {
            ArrayNode policies = rules.putArray("policies");
            policies.addObject().put("type", "Pods").put("value", 4).put("periodSeconds", 15);
            policies.addObject().put("type", "Percent").put("value", 100).put("periodSeconds", 15);
        }
    }

    private static void scaleDownPolicies(ObjectNode rules) {
        if (!rules.path("policies").isArray()) {
            rules.putArray("policies")
                    .addObject()
                    .put("type", "Percent")
                    .put("value", 100)
                    .put("periodSeconds", 15);
        }
    }
}
