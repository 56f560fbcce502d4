package io.alcove.syncer.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.mark.HostNames;
import io.alcove.testing.apiserver.TestObjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PodTranslationTest {

    private static final HostNames NAMES = new HostNames("t1", "tenant-a");
    private static final TenantNetwork NETWORK =
            new TenantNetwork("10.0.0.1", 443, true, "10.0.0.2", "cluster.local");

    /**
     * @param spec what the virtual pod's spec has beside one container
     * @param pointer where in the host pod to look
     */
    private record Case(String name, String spec, String pointer, String expected) {}

    private static final List<Case> CASES =
            List.of(
                    new Case(
                            "runs under the host's account, without its token",
                            "{serviceAccountName: 'builder'}",
                            "/spec/serviceAccountName",
                            "'workload'"),
                    new Case(
                            "mounts no token of the host",
                            "{automountServiceAccountToken: true}",
                            "/spec/automountServiceAccountToken",
                            "false"),
                    new Case("is named as in the tenant", "{}", "/spec/hostname", "'web-0'"),
                    new Case(
                            "keeps the hostname that it asks for",
                            "{hostname: 'mine'}",
                            "/spec/hostname",
                            "'mine'"),
                    new Case(
                            "drops its priority, whose class is the tenant's",
                            "{priority: 100, priorityClassName: 'high'}",
                            "/spec/priority",
                            ""),
                    new Case(
                            "asks the tenant's DNS",
                            "{dnsPolicy: 'ClusterFirst'}",
                            "/spec/dnsConfig",
                            """
                            {nameservers: ['10.0.0.2'],
                             searches: ['team.svc.cluster.local', 'svc.cluster.local', 'cluster.local'],
                             options: [{name: 'ndots', value: '5'}]}
                            """),
                    new Case(
                            "keeps its own DNS options",
                            "{dnsConfig: {options: [{name: 'ndots', value: '2'}, {name: 'edns0'}]}}",
                            "/spec/dnsConfig/options",
                            "[{name: 'ndots', value: '2'}, {name: 'edns0'}]"),
                    new Case(
                            "leaves other DNS policies alone",
                            "{dnsPolicy: 'Default'}",
                            "/spec/dnsPolicy",
                            "'Default'"),
                    new Case(
                            "mounts the copy of a Secret",
                            "{volumes: [{name: 'v', secret: {secretName: 'db'}}]}",
                            "/spec/volumes/0/secret/secretName",
                            "'db-x-team-x-t1'"),
                    new Case(
                            "pulls with the copy of a Secret",
                            "{imagePullSecrets: [{name: 'registry'}]}",
                            "/spec/imagePullSecrets",
                            "[{name: 'registry-x-team-x-t1'}]"),
                    new Case(
                            "mounts the copy of a claim",
                            "{volumes: [{name: 'v', persistentVolumeClaim: {claimName: 'data'}}]}",
                            "/spec/volumes/0/persistentVolumeClaim/claimName",
                            "'data-x-team-x-t1'"),
                    new Case(
                            "reads its token from a Secret of its own",
                            "{volumes: [{name: 'v', projected: {sources: [{serviceAccountToken: {path: 'token', expirationSeconds: 3607}}]}}]}",
                            "/spec/volumes/0/projected/sources/0/secret/name",
                            "'web.0-x-team-x-t1-x-tokens'"),
                    new Case(
                            "tells a container its virtual namespace",
                            "{volumes: [{name: 'v', downwardAPI: {items: [{path: 'ns', fieldRef: {fieldPath: 'metadata.namespace'}}]}}]}",
                            "/spec/volumes/0/downwardAPI/items/0/fieldRef/fieldPath",
                            "\"metadata.annotations['alcove.io/object-namespace']\""),
                    new Case(
                            "tells a container its labels by an annotation",
                            "{volumes: [{name: 'v', downwardAPI: {items: [{path: 'l', fieldRef: {fieldPath: 'metadata.labels'}}]}}]}",
                            "/metadata/annotations/alcove.io~1pod-labels",
                            "'app=\"web\"'"),
                    new Case(
                            "spreads among the pods of its own namespace",
                            "{topologySpreadConstraints: [{maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule', labelSelector: {matchLabels: {app: 'web'}}}]}",
                            "/spec/topologySpreadConstraints/0/labelSelector/matchLabels",
                            "{app: 'web', 'alcove.io/managed-by': 't1', 'alcove.io/namespace': 'team'}"),
                    new Case(
                            "avoids pods of its own namespace",
                            "{affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: 'host', labelSelector: {matchLabels: {app: 'web'}}}]}}}",
                            "/spec/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/labelSelector",
                            "{matchLabels: {app: 'web', 'alcove.io/managed-by': 't1'}, matchExpressions: [{key: 'alcove.io/namespace', operator: 'In', values: ['team']}]}"),
                    new Case(
                            "asks the host's scheduler for the node that it names",
                            "{nodeName: 'n1'}",
                            "/spec/affinity/nodeAffinity/requiredDuringSchedulingIgnoredDuringExecution/nodeSelectorTerms",
                            "[{matchFields: [{key: 'metadata.name', operator: 'In', values: ['n1']}]}]"),
                    new Case(
                            "does not go to a node by name",
                            "{nodeName: 'n1'}",
                            "/spec/nodeName",
                            ""),
                    new Case(
                            "finds the tenant's API server and Services in its environment",
                            "{}",
                            "/spec/containers/0/env",
                            """
                            [{name: 'DB_PORT', value: 'tcp://10.9.0.1:5432'},
                             {name: 'DB_PORT_5432_TCP', value: 'tcp://10.9.0.1:5432'},
                             {name: 'DB_PORT_5432_TCP_ADDR', value: '10.9.0.1'},
                             {name: 'DB_PORT_5432_TCP_PORT', value: '5432'},
                             {name: 'DB_PORT_5432_TCP_PROTO', value: 'tcp'},
                             {name: 'DB_SERVICE_HOST', value: '10.9.0.1'},
                             {name: 'DB_SERVICE_PORT', value: '5432'},
                             {name: 'KUBERNETES_PORT', value: 'tcp://10.0.0.1:443'},
                             {name: 'KUBERNETES_PORT_443_TCP', value: 'tcp://10.0.0.1:443'},
                             {name: 'KUBERNETES_PORT_443_TCP_ADDR', value: '10.0.0.1'},
                             {name: 'KUBERNETES_PORT_443_TCP_PORT', value: '443'},
                             {name: 'KUBERNETES_PORT_443_TCP_PROTO', value: 'tcp'},
                             {name: 'KUBERNETES_SERVICE_HOST', value: '10.0.0.1'},
                             {name: 'KUBERNETES_SERVICE_PORT', value: '443'},
                             {name: 'KUBERNETES_SERVICE_PORT_HTTPS', value: '443'},
                             {name: 'OWN', value: 'x'}]
                            """),
                    new Case(
                            "bears its namespace's labels",
                            "{}",
                            "/metadata/labels/alcove.io~1ns-label-cf1227b7b2",
                            "'team'"));

    private static final Map<String, String> REFUSED =
            Map.of(
                    "{hostNetwork: true}", "spec.hostNetwork",
                    "{volumes: [{name: 'v', hostPath: {path: '/'}}]}", "hostPath",
                    "{volumes: [{name: 'v', ephemeral: {}}]}", "ephemeral",
                    "{setHostnameAsFQDN: true}", "setHostnameAsFQDN",
                    "{resourceClaims: [{name: 'gpu'}]}", "resourceClaims");

    @Test
    void translatesEachFieldToTheHost() {
        for (Case c : CASES) {
            JsonNode actual = translated(c.spec()).node().at(c.pointer());
            JsonNode expected =
                    c.expected().isEmpty()
                            ? actual.path("absent")
                            : TestObjects.object("{value: " + c.expected() + "}").at("value");
            assertThat(actual).as(c.name()).isEqualTo(expected);
        }
    }

    @Test
    void refusesByNameWhatTheHostDoesNotGive() {
        REFUSED.forEach(
                (spec, field) ->
                        assertThatThrownBy(() -> translated(spec))
                                .as(spec)
                                .isInstanceOf(UnsupportedException.class)
                                .hasMessageContaining(field));
    }

    private static ApiObject translated(String spec) {
        ApiObject pod =
                TestObjects.object(
                        """
                        {apiVersion: 'v1', kind: 'Pod', metadata: {name: 'web.0', namespace: 'team',
                         uid: 'u1', labels: {app: 'web'}},
                         spec: {containers: [{name: 'main', image: 'nginx',
                          env: [{name: 'OWN', value: 'x'}]}]}}
                        """);
        ((ObjectNode) pod.at("spec"))
                .setAll((ObjectNode) TestObjects.object("{value: " + spec + "}").at("value"));
        ApiObject service =
                TestObjects.object(
                        """
                        {apiVersion: 'v1', kind: 'Service', metadata: {name: 'db', namespace: 'team'},
                         spec: {clusterIP: '10.9.0.1', ports: [{port: 5432, protocol: 'TCP'}]}}
                        """);
        PodTranslation translation =
                new PodTranslation(
                        new HostObjects(NAMES, Optional.empty()),
                        new PodTranslation.Settings("workload", false, false));
        return translation.hostPod(
                pod,
                new PodSurroundings(
                        Map.of("kubernetes.io/metadata.name", "team"), List.of(service), NETWORK));
    }
}
