package io.alcove.controllermanager.clusterrole;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AggregatedRulesTest {

    private static final ApiObject PODS =
            role("'name':'b','labels':{'to':'view'}", "{'resources':['pods'],'verbs':['get']}");
    private static final ApiObject NODES =
            role(
                    "'name':'a','labels':{'to':'view','too':'x'}",
                    "{'resources':['nodes'],'verbs':['get']}");
    private static final ApiObject OTHER =
            role("'name':'c'", "{'resources':['secrets'],'verbs':['get']}");
    private static final ApiObject TWICE =
            role("'name':'d','labels':{'too':'x'}", "{'resources':['pods'],'verbs':['get']}");

    private record Case(String name, String selectors, List<String> resources) {}

    @Test
    void gathersTheRulesOfSelectedRoles() {
        for (Case c :
                List.of(
                        new Case(
                                "by label, in the order of names",
                                "{'matchLabels':{'to':'view'}}",
                                List.of("nodes", "pods")),
                        new Case(
                                "each rule once",
                                "{'matchLabels':{'to':'view'}},{'matchLabels':{'too':'x'}}",
                                List.of("nodes", "pods")),
                        new Case(
                                "selector by selector",
                                "{'matchLabels':{'too':'x'}},{'matchLabels':{'to':'view'}}",
                                List.of("nodes", "pods")),
                        new Case("of none", "{'matchLabels':{'to':'edit'}}", List.of()))) {
            ApiObject own =
                    parse(
                            "{'metadata':{'name':'view','labels':{'to':'view'}},'aggregationRule':{'clusterRoleSelectors':[%s]},'rules':[{'resources':['own']}]}"
                                    .formatted(c.selectors()));
            assertThat(AggregatedRules.of(own, List.of(PODS, NODES, OTHER, TWICE, own)))
                    .as(c.name())
                    .extracting(rule -> rule.at("/resources/0").asText())
                    .isEqualTo(c.resources());
        }
    }

    private static ApiObject role(String metadata, String rule) {
        return parse("{'metadata':{%s},'rules':[%s]}".formatted(metadata, rule));
    }

    private static ApiObject parse(String json) {
        return ApiObject.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }
}
