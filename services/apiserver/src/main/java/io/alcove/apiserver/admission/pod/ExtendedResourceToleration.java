package io.alcove.apiserver.admission.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Lets pods onto the nodes that are tainted by the name of a device that the pods ask for. */
public final class ExtendedResourceToleration extends PodPlugin {

    public static final String NAME = "ExtendedResourceToleration";

    public ExtendedResourceToleration() {
        super(NAME, Operation.CREATE, Operation.UPDATE);
    }

    @Override
    void mutatePod(AdmissionRequest request) {
        ApiObject pod = request.newObject();
        NavigableSet<String> devices = new TreeSet<>();
        for (String sort : List.of("containers", "initContainers")) {
            for (JsonNode container : pod.elements("spec", sort)) {
                container
                        .path("resources")
                        .path("requests")
                        .fieldNames()
                        .forEachRemaining(devices::add);
            }
        }
        devices.removeIf(name -> !isExtended(name));
        for (String device : devices) {
            Tolerations.addOrReplace(pod, Tolerations.exists(device, "NoSchedule"));
        }
    }

    private static boolean isExtended(String name) {
        return name.contains("/")
                && !name.contains("kubernetes.io/")
                && !name.startsWith("requests.")
                && LabelNames.key("requests." + name).isEmpty();
    }
}
