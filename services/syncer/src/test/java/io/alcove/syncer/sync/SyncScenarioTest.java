package io.alcove.syncer.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.host.HostResource;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SyncScenarioTest {

    private static final String POD =
            """
            {apiVersion: 'v1', kind: 'Pod', metadata: {name: 'web', namespace: 'default',
             labels: {app: 'web'}},
             spec: {serviceAccountName: 'default', terminationGracePeriodSeconds: 30,
              containers: [{name: 'main', image: 'nginx',
               env: [{name: 'NAME', valueFrom: {fieldRef: {apiVersion: 'v1',
                fieldPath: 'metadata.name'}}}],
               envFrom: [{configMapRef: {name: 'settings'}}],
               volumeMounts: [{name: 'token', mountPath: '/token'}]}],
              volumes: [{name: 'token', projected: {sources: [
               {serviceAccountToken: {path: 'token', expirationSeconds: 3607}}]}}]}}
            """;

    private static final String SETTINGS =
            """
            {apiVersion: 'v1', kind: 'ConfigMap', metadata: {name: 'settings', namespace: 'default'},
             data: {color: 'red'}}
            """;

    private SyncScenario scenario;

    @BeforeEach
    void start() throws InterruptedException {
        scenario = new SyncScenario();
        scenario.startSyncer();
    }

    @AfterEach
    void stop() {
        if (scenario != null) {
            scenario.close();
        }
    }

    @Test
    void bringsAPodDownWithWhatItUsesAndItsNodeUp() {
        scenario.create(VirtualResource.CONFIG_MAPS, SETTINGS);
        scenario.create(VirtualResource.PODS, POD);
        ApiObject hostPod = scenario.awaitHostCopy(HostResource.PODS, "web");
        assertThat(scenario.hostCopy(HostResource.CONFIG_MAPS, "settings")).isPresent();
        assertThat(
                        scenario.host.find(
                                HostResource.SECRETS,
                                scenario.names.ofTokens(new ObjectName("default", "web"))))
                .isPresent();
        assertThat(hostPod.text("spec", "hostname")).isEqualTo("web");
        scenario.realHost.bind(hostPod, "node-1");
        scenario.await(
                "binding",
                () ->
                        scenario.virtualObject(VirtualResource.PODS, "web")
                                .filter(p -> p.text("spec", "nodeName").equals("node-1")));
        scenario.await(
                "status",
                () ->
                        scenario.virtualObject(VirtualResource.PODS, "web")
                                .filter(p -> p.text("status", "phase").equals("Pending")));
        assertThat(
                        scenario.objects()
                                .find(
                                        VirtualResource.NODES.resource(),
                                        new ObjectName("", "node-1")))
                .isPresent();
    }

    @Test
    void carriesOverAnEditThatWasMadeWhileItWasDown() throws InterruptedException {
        scenario.create(VirtualResource.CONFIG_MAPS, SETTINGS);
        scenario.create(VirtualResource.PODS, POD);
        scenario.awaitHostCopy(HostResource.PODS, "web");
        scenario.stopSyncer();
        scenario.objects()
                .edit(
                        VirtualResource.CONFIG_MAPS.resource(),
                        new ObjectName("default", "settings"),
                        settings -> {
                            settings.with("data").put("color", "blue");
                            return settings;
                        });
        scenario.startSyncer();
        scenario.await(
                "edit",
                () ->
                        scenario.hostCopy(HostResource.CONFIG_MAPS, "settings")
                                .filter(c -> c.text("data", "color").equals("blue")));
    }

    @Test
    void writesNothingAfterARestartWithoutChanges() throws InterruptedException {
        scenario.create(VirtualResource.CONFIG_MAPS, SETTINGS);
        scenario.create(VirtualResource.PODS, POD);
        scenario.awaitHostCopy(HostResource.PODS, "web");
        scenario.stopSyncer();
        scenario.journal.clear();
        scenario.startSyncer();
        scenario.create(
                VirtualResource.SERVICES,
                """
                {apiVersion: 'v1', kind: 'Service', metadata: {name: 'web', namespace: 'default'},
                 spec: {selector: {app: 'web'}, ports: [{port: 80, protocol: 'TCP'}]}}
                """);
        scenario.awaitHostCopy(HostResource.SERVICES, "web");
        assertThat(scenario.journal)
                .noneMatch(r -> r.virtualSide().resource().resource().equals("configmaps"))
                .noneMatch(
                        r ->
                                r.virtualSide().resource().resource().equals("pods")
                                        && r.operation().name().equals("UPDATE"));
    }

    @Test
    void makesACopyAgainThatTheHostLost() {
        scenario.create(VirtualResource.CONFIG_MAPS, SETTINGS);
        scenario.create(VirtualResource.PODS, POD);
        scenario.awaitHostCopy(HostResource.PODS, "web");
        ApiObject copy = scenario.awaitHostCopy(HostResource.CONFIG_MAPS, "settings");
        scenario.host.delete(
                HostResource.CONFIG_MAPS, copy.objectName(), copy.uid(), OptionalLong.empty());
        scenario.await(
                "copy again",
                () ->
                        scenario.hostCopy(HostResource.CONFIG_MAPS, "settings")
                                .filter(c -> !c.uid().equals(copy.uid())));
    }

    @Test
    void removesWithAPodWhatOnlyItUsed() {
        scenario.create(VirtualResource.CONFIG_MAPS, SETTINGS);
        scenario.create(VirtualResource.PODS, POD);
        scenario.awaitHostCopy(HostResource.PODS, "web");
        scenario.objects()
                .delete(VirtualResource.PODS.resource(), new ObjectName("default", "web"));
        scenario.awaitGone("pod", () -> scenario.hostCopy(HostResource.PODS, "web"));
        scenario.awaitGone(
                "settings", () -> scenario.hostCopy(HostResource.CONFIG_MAPS, "settings"));
        scenario.awaitGone(
                "tokens",
                () ->
                        scenario.host.find(
                                HostResource.SECRETS,
                                scenario.names.ofTokens(new ObjectName("default", "web"))));
    }

    @Test
    void neverTouchesAnObjectWithoutTheMark() {
        ApiObject foreign =
                ApiObject.of(
                        new GroupVersionKind("", "v1", "ConfigMap"),
                        scenario.names.of("default", "settings"));
        foreign.node().putObject("data").put("mine", "yes");
        scenario.host.create(HostResource.CONFIG_MAPS, foreign);
        scenario.create(VirtualResource.CONFIG_MAPS, SETTINGS);
        scenario.create(VirtualResource.PODS, POD);
        scenario.await(
                "warning",
                () ->
                        scenario.objects().list(VirtualResource.EVENTS.resource()).stream()
                                .filter(e -> e.text("reason").equals("SyncFailed"))
                                .findFirst());
        Optional<ApiObject> present = scenario.hostCopy(HostResource.CONFIG_MAPS, "settings");
        assertThat(present.orElseThrow().text("data", "mine")).isEqualTo("yes");
        assertThat(present.orElseThrow().label("alcove.io/managed-by")).isEmpty();
    }
}
