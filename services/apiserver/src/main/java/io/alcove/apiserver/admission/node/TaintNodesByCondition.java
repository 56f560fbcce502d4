package io.alcove.apiserver.admission.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.CoreResources;
import java.util.Set;

/** Keeps pods off a new node until a controller has seen that it is ready. */
public final class TaintNodesByCondition implements AdmissionPlugin {

    public static final String NAME = "TaintNodesByCondition";

    private static final String KEY = "node.kubernetes.io/not-ready";
    private static final String EFFECT = "NoSchedule";

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
        if (!request.isFor(CoreResources.NODES)) {
            return;
        }
        ApiObject node = request.newObject();
        if (node.elements("spec", "taints").stream().noneMatch(TaintNodesByCondition::isIt)) {
            node.with("spec").withArray("taints").addObject().put("key", KEY).put("effect", EFFECT);
        }
    }

    private static boolean isIt(JsonNode taint) {
        return taint.path("key").asText().equals(KEY)
                && taint.path("effect").asText().equals(EFFECT);
    }
}
