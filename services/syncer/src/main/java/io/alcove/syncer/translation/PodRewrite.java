package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;

/** One aspect of a pod's way to the host: changes the spec of the copy in place. */
interface PodRewrite {

    void rewrite(ObjectNode spec, ApiObject virtualPod, PodSurroundings surroundings);
}
