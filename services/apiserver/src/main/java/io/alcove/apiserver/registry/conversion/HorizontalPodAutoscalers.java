package io.alcove.apiserver.registry.conversion;

import io.alcove.apimachinery.object.ApiObject;

final class HorizontalPodAutoscalers {

    private HorizontalPodAutoscalers() {}

    static void toV2(ApiObject autoscaler) {
        autoscaler.node().put("apiVersion", "autoscaling/v2");
    }

    static void toV1(ApiObject autoscaler) {
        autoscaler.node().put("apiVersion", "autoscaling/v1");
    }
}
