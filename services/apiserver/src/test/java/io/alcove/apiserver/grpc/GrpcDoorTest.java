package io.alcove.apiserver.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.TestApiServer;
import io.alcove.client.ApiClient;
import io.alcove.client.DeleteOptions;
import io.alcove.client.ListQuery;
import io.alcove.client.PatchType;
import io.alcove.client.ResourceClient;
import io.alcove.client.channel.ApiServerChannel;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.informer.Informer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrpcDoorTest {

    private static final GroupVersionKind CONFIG_MAP = new GroupVersionKind("", "v1", "ConfigMap");
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    @TempDir private static Path directory;
    private static TestApiServer server;
    private static ApiServerChannel channel;
    private static ResourceClient configMaps;

    @BeforeAll
    static void start() throws Exception {
        server = TestApiServer.start(directory);
        channel = server.channel();
        configMaps =
                ApiClient.of(channel.channel(), "tester")
                        .resource(new GroupVersionResource("", "v1", "configmaps"));
    }

    @AfterAll
    static void stop() {
        channel.close();
        server.close();
    }

    @Test
    void createsPatchesListsAndDeletes() {
        ObjectName name = new ObjectName("default", "written");
        configMaps.create(ApiObject.of(CONFIG_MAP, name));
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        patch.putObject("data").put("k", "v");
        configMaps.patch(name, PatchType.MERGE, patch);

        assertThat(configMaps.get(name).text("data", "k")).isEqualTo("v");
        assertThat(configMaps.list(ListQuery.all()).items()).isNotEmpty();

        configMaps.delete(name, DeleteOptions.DEFAULT);
        assertThat(configMaps.find(name)).isEmpty();
    }

    @Test
    void endsACallWithTheWholeStatus() {
        assertThatThrownBy(() -> configMaps.get(new ObjectName("default", "none")))
                .isInstanceOf(StatusException.class)
                .hasMessage("configmaps \"none\" not found");
    }

    @Test
    void feedsAnInformer() throws Exception {
        ObjectName name = new ObjectName("default", "watched");
        CountDownLatch seen = new CountDownLatch(1);
        try (Informer informer = new Informer(configMaps, ListQuery.all())) {
            informer.handler(
                    ChangeHandler.onAny(
                            object -> {
                                if (object.objectName().equals(name)) {
                                    seen.countDown();
                                }
                            }));
            informer.start();
            assertThat(informer.awaitSynced(DEADLINE)).isTrue();

            configMaps.create(ApiObject.of(CONFIG_MAP, name));

            assertThat(seen.await(DEADLINE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }
    }
}
