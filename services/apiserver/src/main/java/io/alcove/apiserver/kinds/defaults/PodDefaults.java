package io.alcove.apiserver.kinds.defaults;

import static io.alcove.apiserver.kinds.defaults.Default.emptyObject;
import static io.alcove.apiserver.kinds.defaults.Default.set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Pods and what is made of pod templates. */
final class PodDefaults {

    private static final int LONGEST_IMAGE = 255;

    private static final List<Default> CONTAINER =
            List.of(
                    node -> pullPolicy(node, "imagePullPolicy", node.path("image").asText()),
                    set("terminationMessagePath", "/dev/termination-log"),
                    set("terminationMessagePolicy", "File"));

    static final Map<String, List<Default>> TABLE =
            Map.ofEntries(
                    Map.entry("core.Pod", List.of(PodDefaults::pod)),
                    Map.entry(
                            "core.PodSpec",
                            List.of(
                                    set("dnsPolicy", "ClusterFirst"),
                                    set("restartPolicy", "Always"),
                                    emptyObject("securityContext"),
                                    set("terminationGracePeriodSeconds", 30),
                                    set("schedulerName", "default-scheduler"),
                                    PodDefaults::serviceAccount,
                                    PodDefaults::hostNetworkPorts)),
                    Map.entry("core.Container", CONTAINER),
                    Map.entry("core.EphemeralContainer", CONTAINER),
                    Map.entry("core.ContainerPort", List.of(set("protocol", "TCP"))),
                    Map.entry(
                            "core.Probe",
                            List.of(
                                    set("timeoutSeconds", 1),
                                    set("periodSeconds", 10),
                                    set("successThreshold", 1),
                                    set("failureThreshold", 3))),
                    Map.entry(
                            "core.HTTPGetAction", List.of(set("path", "/"), set("scheme", "HTTP"))),
                    Map.entry("core.GRPCAction", List.of(PodDefaults::grpcService)),
                    Map.entry("core.ObjectFieldSelector", List.of(set("apiVersion", "v1"))),
                    Map.entry("core.FileKeySelector", List.of(set("optional", false))));

    private PodDefaults() {}

    /** The deprecated name is kept equal to the present one. */
    private static void serviceAccount(ObjectNode spec) {
        String name = spec.path("serviceAccountName").asText();
        String either = name.isEmpty() ? spec.path("serviceAccount").asText() : name;
        if (!either.isEmpty()) {
            spec.put("serviceAccountName", either).put("serviceAccount", either);
        }
    }

    /** Always for the tag "latest", which is also meant where none is given. */
    static void pullPolicy(ObjectNode node, String field, String image) {
        set(field, hasLatestTag(image) ? "Always" : "IfNotPresent").apply(node);
    }

    /** Upstream sees no tag in what it cannot read. */
    private static boolean isReference(String image) {
        return image.length() <= LONGEST_IMAGE && image.indexOf(' ') < 0;
    }

    private static boolean hasLatestTag(String image) {
        if (image.isEmpty() || image.contains("@") || !isReference(image)) {
            return false;
        }
        String last = image.substring(image.lastIndexOf('/') + 1);
        int colon = last.indexOf(':');
        return colon < 0 || last.substring(colon + 1).equals("latest");
    }

    private static void pod(ObjectNode pod) {
        ObjectNode spec = pod.withObject("/spec");
        spec.path("containers").forEach(PodDefaults::requestsFromLimits);
        spec.path("initContainers").forEach(PodDefaults::requestsFromLimits);
        PodResourceDefaults.apply(spec);
        set("enableServiceLinks", true).apply(spec);
    }

    private static void requestsFromLimits(JsonNode container) {
        if (container.path("resources") instanceof ObjectNode resources) {
            resources
                    .path("limits")
                    .properties()
                    .forEach(
                            e ->
                                    set(e.getKey(), e.getValue())
                                            .apply(resources.withObject("/requests")));
        }
    }

    private static void hostNetworkPorts(ObjectNode spec) {
        if (spec.path("hostNetwork").asBoolean()) {
            for (String list : List.of("containers", "initContainers")) {
                for (JsonNode container : spec.path(list)) {
                    container.path("ports").forEach(PodDefaults::hostPort);
                }
            }
        }
    }

    private static void hostPort(JsonNode port) {
        if (port instanceof ObjectNode node && node.path("hostPort").asInt() == 0) {
            node.set("hostPort", node.path("containerPort"));
        }
    }

    private static void grpcService(ObjectNode grpc) {
        if (!grpc.path("service").isTextual()) {
            grpc.put("service", "");
        }
    }
}
