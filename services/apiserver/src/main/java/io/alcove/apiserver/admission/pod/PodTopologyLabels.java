package io.alcove.apiserver.admission.pod;

import static io.alcove.apiserver.admission.CoreResources.NODES;
import static io.alcove.apiserver.admission.CoreResources.PODS;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import java.util.List;
import java.util.Set;

/** Tells pods in which zone and region they are, once they have a node. */
public final class PodTopologyLabels implements AdmissionPlugin {

    public static final String NAME = "PodTopologyLabels";

    private static final List<String> LABELS =
            List.of("topology.kubernetes.io/zone", "topology.kubernetes.io/region");

    private final ClusterObjects objects;

    public PodTopologyLabels(ClusterObjects objects) {
        this.objects = objects;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.CREATE);
    }

    @Override
    public void mutate(AdmissionRequest request) {
        ApiObject object = request.newObject();
        if (request.isFor(PODS)) {
            label(object, object.text("spec", "nodeName"));
        } else if (request.isFor(PODS, "binding") && object.text("target", "kind").equals("Node")) {
            label(object, object.text("target", "name"));
        }
    }

    private void label(ApiObject object, String nodeName) {
        if (nodeName.isEmpty()) {
            return;
        }
        objects.get(NODES, ObjectName.clusterScoped(nodeName))
                .ifPresent(
                        node ->
                                LABELS.forEach(
                                        key ->
                                                node.label(key)
                                                        .ifPresent(
                                                                value -> put(object, key, value))));
    }

    private static void put(ApiObject object, String key, String value) {
        object.with("metadata", "labels").put(key, value);
    }
}
