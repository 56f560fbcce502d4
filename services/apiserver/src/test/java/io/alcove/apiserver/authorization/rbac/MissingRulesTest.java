package io.alcove.apiserver.authorization.rbac;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is printed was recorded from a real kube-apiserver. */
class MissingRulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String HELD =
            """
            [{'apiGroups':[''],'resources':['pods','configmaps'],'verbs':['get','list']},
             {'apiGroups':[''],'resources':['secrets'],'resourceNames':['a','b'],'verbs':['get']},
             {'nonResourceURLs':['/logs/*'],'verbs':['get']},
             {'apiGroups':['apps'],'resources':['*/scale'],'verbs':['get']}]
            """;

    private record Case(String name, String wanted, List<String> missing) {}

    @Test
    void namesWhatIsNotHeld() throws JsonProcessingException {
        for (Case c :
                List.of(
                        new Case(
                                "less than held",
                                "[{'apiGroups':[''],'resources':['pods'],'verbs':['get']}]",
                                List.of()),
                        new Case(
                                "verbs of a resource are gathered",
                                "[{'apiGroups':['','apps'],'resources':['pods'],'verbs':['get','create','delete']}]",
                                List.of(
                                        "{APIGroups:[\"\"], Resources:[\"pods\"], Verbs:[\"create\""
                                                + " \"delete\"]}",
                                        "{APIGroups:[\"apps\"], Resources:[\"pods\"],"
                                                + " Verbs:[\"get\" \"create\" \"delete\"]}")),
                        new Case(
                                "names",
                                "[{'apiGroups':[''],'resources':['secrets'],'resourceNames':['a','c'],'verbs':['get','list']}]",
                                List.of(
                                        "{APIGroups:[\"\"], Resources:[\"secrets\"],"
                                                + " ResourceNames:[\"a\"], Verbs:[\"list\"]}",
                                        "{APIGroups:[\"\"], Resources:[\"secrets\"],"
                                                + " ResourceNames:[\"c\"], Verbs:[\"get\" \"list\"]}")),
                        new Case(
                                "paths, one verb each",
                                "[{'nonResourceURLs':['/logs/x','/other'],'verbs':['get','post']}]",
                                List.of(
                                        "{NonResourceURLs:[\"/logs/x\"], Verbs:[\"post\"]}",
                                        "{NonResourceURLs:[\"/other\"], Verbs:[\"get\"]}",
                                        "{NonResourceURLs:[\"/other\"], Verbs:[\"post\"]}")),
                        new Case(
                                "subresources",
                                "[{'apiGroups':['apps'],'resources':['deployments/scale','deployments/status'],'verbs':['get']}]",
                                List.of(
                                        "{APIGroups:[\"apps\"], Resources:[\"deployments/status\"],"
                                                + " Verbs:[\"get\"]}")))) {
            assertThat(MissingRules.of(rules(HELD), rules(c.wanted())))
                    .as(c.name())
                    .isEqualTo(c.missing());
        }
    }

    private static List<PolicyRule> rules(String json) throws JsonProcessingException {
        return PolicyRule.list(JSON.readTree(json.replace('\'', '"')));
    }
}
