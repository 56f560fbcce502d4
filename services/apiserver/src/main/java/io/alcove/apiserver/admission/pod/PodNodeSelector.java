package io.alcove.apiserver.admission.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.CoreResources;
import io.alcove.apiserver.admission.Refusal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the pods of a namespace on the nodes that an annotation of it selects. */
public final class PodNodeSelector extends PodPlugin {

    public static final String NAME = "PodNodeSelector";

    private static final String ANNOTATION = "scheduler.alpha.kubernetes.io/node-selector";
    private static final String FOR_ALL = "clusterDefaultNodeSelector";

    private final ClusterObjects objects;
    private final JsonNode selectors;

    /**
     * @param configuration with podNodeSelectorPluginConfig: selectors by namespace, or a missing
     *     node
     */
    public PodNodeSelector(ClusterObjects objects, JsonNode configuration) {
        super(NAME, Operation.CREATE);
        this.objects = objects;
        this.selectors = configuration.path("podNodeSelectorPluginConfig");
    }

    @Override
    void mutatePod(AdmissionRequest request) {
        ObjectNode selector = request.newObject().with("spec", "nodeSelector");
        Map<String, String> ofNamespace = required(request);
        refuseConflict(request, ofNamespace);
        ofNamespace.forEach(selector::put);
        validatePod(request);
    }

    @Override
    void validatePod(AdmissionRequest request) {
        refuseConflict(request, required(request));
        Map<String, String> allowed = parse(selectors.path(request.namespace()).asText(""));
        Map<String, String> own = own(request);
        if (!allowed.isEmpty() && !allowed.entrySet().containsAll(own.entrySet())) {
            throw forbidden(
                    request,
                    "pod node label selector labels conflict with its namespace whitelist");
        }
    }

    private static void refuseConflict(AdmissionRequest request, Map<String, String> required) {
        Map<String, String> own = own(request);
        boolean conflict =
                required.entrySet().stream()
                        .anyMatch(
                                e ->
                                        !own.getOrDefault(e.getKey(), e.getValue())
                                                .equals(e.getValue()));
        if (conflict) {
            throw forbidden(
                    request,
                    "pod node label selector conflicts with its namespace node label selector");
        }
    }

    private Map<String, String> required(AdmissionRequest request) {
        String name = request.namespace();
        ApiObject namespace =
                objects.get(CoreResources.NAMESPACES, ObjectName.clusterScoped(name))
                        .orElseThrow(
                                () ->
                                        StatusException.internal(
                                                "namespace " + name + " does not exist"));
        return parse(
                namespace
                        .annotation(ANNOTATION)
                        .orElseGet(() -> selectors.path(FOR_ALL).asText("")));
    }

    private static Map<String, String> own(AdmissionRequest request) {
        return request.newObject().textMap("spec", "nodeSelector");
    }

    /** {@code a=b,c=d}. */
    private static Map<String, String> parse(String selector) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (selector.isEmpty()) {
            return labels;
        }
        for (String label : selector.split(",", -1)) {
            String[] pair = label.split("=", -1);
            if (pair.length != 2) {
                throw Refusal.withoutReason(
                        "invalid selector: [" + String.join(" ", Arrays.asList(pair)) + "]");
            }
            labels.put(pair[0].strip(), pair[1].strip());
        }
        return labels;
    }

    private static StatusException forbidden(AdmissionRequest request, String why) {
        return StatusException.forbidden(CoreResources.PODS, request.newObject().name(), why);
    }
}
