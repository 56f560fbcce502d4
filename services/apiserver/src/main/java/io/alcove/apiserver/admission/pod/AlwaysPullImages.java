package io.alcove.apiserver.admission.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.Complaints;
import io.alcove.apiserver.admission.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Has every image pulled with the pod's own credentials, whoever pulled it before. */
public final class AlwaysPullImages extends PodPlugin {

    public static final String NAME = "AlwaysPullImages";

    private static final String ALWAYS = "Always";

    public AlwaysPullImages() {
        super(NAME, Operation.CREATE, Operation.UPDATE);
    }

    @Override
    void mutatePod(AdmissionRequest request) {
        if (bringsNoImage(request)) {
            return;
        }
        ApiObject pod = request.newObject();
        Containers.of(pod).forEach(c -> c.node().put("imagePullPolicy", ALWAYS));
        for (JsonNode volume : pod.elements("spec", "volumes")) {
            if (volume.path("image") instanceof ObjectNode image) {
                image.put("pullPolicy", ALWAYS);
            }
        }
    }

    /** Upstream joins the refusals to one error that is no API status. */
    @Override
    void validatePod(AdmissionRequest request) {
        if (bringsNoImage(request)) {
            return;
        }
        Complaints complaints = new Complaints();
        for (Containers container : Containers.of(request.newObject())) {
            check(
                    request,
                    container.path() + ".imagePullPolicy",
                    container.text("imagePullPolicy"),
                    complaints);
        }
        List<JsonNode> volumes = request.newObject().elements("spec", "volumes");
        for (int i = 0; i < volumes.size(); i++) {
            JsonNode image = volumes.get(i).path("image");
            if (image.isObject()) {
                check(
                        request,
                        "spec.volumes[" + i + "].image.pullPolicy",
                        image.path("pullPolicy").asText(""),
                        complaints);
            }
        }
        if (!complaints.isEmpty()) {
            throw Refusal.withoutReason(complaints.toString());
        }
    }

    private static void check(
            AdmissionRequest request, String path, String policy, Complaints complaints) {
        if (!policy.equals(ALWAYS)) {
            StatusCause cause = StatusCause.notSupported(path, policy, List.of(ALWAYS));
            complaints.add(
                    String.valueOf(request.forbidden(path + ": " + cause.message()).getMessage()));
        }
    }

    private static boolean bringsNoImage(AdmissionRequest request) {
        return request.is(Operation.UPDATE)
                && images(request.presentObject()).containsAll(images(request.newObject()));
    }

    private static Set<String> images(ApiObject pod) {
        return Containers.of(pod).stream()
                .map(container -> container.text("image"))
                .collect(Collectors.toSet());
    }
}
