package io.alcove.controllermanager.controller;

import static io.alcove.controllermanager.controller.Resources.PODS;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.controller.Result;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.queue.WorkQueue;
import java.util.Optional;

/** A kubelet as tests need it: every pod runs and is ready at once, unless its image is "bad". */
public final class ReadyPods {

    private ReadyPods() {}

    public static Controller create(ControllerContext context) {
        WorkQueue<ObjectName> queue = context.queue("ready-pods");
        context.informer(PODS).handler(ChangeHandler.onAny(pod -> queue.add(pod.objectName())));
        return Controller.of(
                context.loop(
                        "ready-pods",
                        queue,
                        name -> {
                            Optional<ApiObject> pod = context.client(PODS).find(name);
                            pod.filter(ReadyPods::isPending)
                                    .map(ReadyPods::running)
                                    .ifPresent(p -> context.client(PODS).updateStatus(p));
                            return Result.DONE;
                        }));
    }

    private static boolean isPending(ApiObject pod) {
        boolean bad =
                pod.elements("spec", "containers").stream()
                        .anyMatch(c -> c.path("image").asText().equals("bad"));
        return !bad && pod.text("status", "phase").isEmpty();
    }

    private static ApiObject running(ApiObject pod) {
        ObjectNode status = pod.with("status").put("phase", "Running");
        status.putArray("conditions")
                .addObject()
                .put("type", "Ready")
                .put("status", "True")
                .put("lastTransitionTime", "2026-01-01T00:00:00Z");
        return pod;
    }
}
