package io.alcove.apiserver.admission.pod;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.CoreResources;
import io.alcove.apiserver.admission.Refusal;
import io.alcove.apiserver.admission.limits.PodResources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives pods the tolerations of their namespace, and lets them have no others than it allows. */
public final class PodTolerationRestriction extends PodPlugin {

    public static final String NAME = "PodTolerationRestriction";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DEFAULTS = "scheduler.alpha.kubernetes.io/defaultTolerations";
    private static final String ALLOWED = "scheduler.alpha.kubernetes.io/tolerationsWhitelist";

    private final ClusterObjects objects;
    private final JsonNode configuration;

    /**
     * @param configuration a podtolerationrestriction Configuration, or a missing node
     */
    public PodTolerationRestriction(ClusterObjects objects, JsonNode configuration) {
        super(NAME, Operation.CREATE, Operation.UPDATE);
        this.objects = objects;
        this.configuration = configuration;
    }

    @Override
    void mutatePod(AdmissionRequest request) {
        ApiObject pod = request.newObject();
        List<JsonNode> more = new ArrayList<>();
        if (request.is(Operation.CREATE)) {
            more.addAll(ofNamespace(request, DEFAULTS).orElseGet(() -> configured("default")));
        }
        if (!PodResources.isBestEffort(pod)) {
            more.add(Tolerations.exists("node.kubernetes.io/memory-pressure", "NoSchedule"));
        }
        if (!more.isEmpty()) {
            Tolerations.set(pod, Tolerations.merge(Tolerations.of(pod), more));
        }
        validatePod(request);
    }

    @Override
    void validatePod(AdmissionRequest request) {
        List<JsonNode> own = Tolerations.of(request.newObject());
        if (own.isEmpty()) {
            return;
        }
        Optional<List<JsonNode>> ofNamespace = ofNamespace(request, ALLOWED);
        if (!Tolerations.allow(ofNamespace.orElseGet(() -> configured("whitelist")), own)) {
            throw Refusal.withoutReason(
                    "pod tolerations (possibly merged with namespace default tolerations) conflict with its %s whitelist"
                            .formatted(ofNamespace.isPresent() ? "namespace" : "cluster"));
        }
    }

    private List<JsonNode> configured(String field) {
        return configuration.path(field).valueStream().toList();
    }

    private Optional<List<JsonNode>> ofNamespace(AdmissionRequest request, String annotation) {
        String name = request.namespace();
        return objects.get(CoreResources.NAMESPACES, ObjectName.clusterScoped(name))
                .orElseThrow(() -> StatusException.notFound(CoreResources.NAMESPACES, name))
                .annotation(annotation)
                .map(PodTolerationRestriction::parse);
    }

    private static List<JsonNode> parse(String tolerations) {
        if (tolerations.isEmpty()) {
            return List.of();
        }
        try {
            return JSON.readTree(tolerations).valueStream().toList();
        } catch (JsonProcessingException e) {
            throw Refusal.withoutReason(e.getOriginalMessage());
        }
    }
}
