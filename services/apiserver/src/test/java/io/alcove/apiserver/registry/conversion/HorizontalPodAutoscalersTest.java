package io.alcove.apiserver.registry.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HorizontalPodAutoscalersTest {

    private static ApiObject parse(String json) {
        return ApiObject.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void losesNothingOnTheWayToV1AndBack() {
        String v2 =
                "{'apiVersion':'autoscaling/v2','kind':'HorizontalPodAutoscaler','metadata':{'name':'a'},'spec':{'maxReplicas':5,'metrics':["
                        + "{'type':'Pods','pods':{'metric':{'name':'m','selector':{'matchLabels':{'a':'b'}}},'target':{'averageValue':'3','type':'AverageValue'}}},"
                        + "{'type':'Object','object':{'describedObject':{'kind':'Ingress','name':'i'},'metric':{'name':'n'},'target':{'value':'4','type':'Value'}}},"
                        + "{'type':'Resource','resource':{'name':'cpu','target':{'type':'Utilization','averageUtilization':55}}}],"
                        + "'behavior':{'scaleDown':{'stabilizationWindowSeconds':10,'policies':[{'type':'Pods','value':1,'periodSeconds':5}]}}},"
                        + "'status':{'currentMetrics':[{'type':'Resource','resource':{'name':'cpu','current':{'averageUtilization':7,'averageValue':'20m'}}}],"
                        + "'conditions':[{'type':'AbleToScale','status':'True'}]}}";
        ApiObject autoscaler = parse(v2);
        HorizontalPodAutoscalers.toV1(autoscaler);
        assertThat(autoscaler.at("spec", "targetCPUUtilizationPercentage").asInt()).isEqualTo(55);
        assertThat(autoscaler.at("status", "currentCPUUtilizationPercentage").asInt()).isEqualTo(7);
        assertThat(autoscaler.at("spec", "metrics").isMissingNode()).isTrue();
        assertThat(autoscaler.annotation("autoscaling.alpha.kubernetes.io/behavior"))
                .contains(
                        "{\"ScaleDown\":{\"StabilizationWindowSeconds\":10,\"Policies\":[{\"Type\":\"Pods\",\"Value\":1,\"PeriodSeconds\":5}]}}");
        HorizontalPodAutoscalers.toV2(autoscaler);
        assertThat(autoscaler).isEqualTo(parse(v2));
    }

    @Test
    void asksForEightyPercentOfCpuWhereV1AsksForNothing() {
        ApiObject autoscaler =
                parse(
                        "{'apiVersion':'autoscaling/v1','kind':'HorizontalPodAutoscaler','metadata':{'name':'a'},'spec':{'maxReplicas':5}}");
        HorizontalPodAutoscalers.toV2(autoscaler);
        assertThat(autoscaler.at("spec", "metrics").toString().replace('"', '\''))
                .isEqualTo(
                        "[{'type':'Resource','resource':{'name':'cpu','target':{'type':'Utilization','averageUtilization':80}}}]");
    }
}
