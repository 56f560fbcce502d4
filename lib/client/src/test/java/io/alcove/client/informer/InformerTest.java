package io.alcove.client.informer;

import static io.alcove.testing.apiserver.TestObjects.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.ApiClient;
import io.alcove.client.ListQuery;
import io.alcove.testing.apiserver.FakeApiServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InformerTest {

    private static final GroupVersionResource CONFIG_MAPS =
            new GroupVersionResource("", "v1", "configmaps");
    private static final ObjectName NAME = new ObjectName("default", "a");

    private final FakeApiServer server = FakeApiServer.start();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final Informer informer =
            new Informer(
                    ApiClient.of(server.channel(), "test").resource(CONFIG_MAPS), ListQuery.all());
    private final Index byColor =
            informer.index(o -> o.label("color").map(List::of).orElse(List.of()));

    @BeforeEach
    void start() throws InterruptedException {
        create("a", "red");
        informer.handler(recorder()).start();
        assertThat(informer.awaitSynced(Duration.ofSeconds(20))).isTrue();
    }

    @AfterEach
    void stop() {
        informer.close();
        server.close();
    }

    @Test
    void tellsOfPresentObjectsAndOfEachChangeInOrder() throws InterruptedException {
        server.objects().edit(CONFIG_MAPS, NAME, o -> color(o, "blue"));
        create("b", "red");
        server.objects().delete(CONFIG_MAPS, NAME);

        assertThat(next(4)).containsExactly("+a red", "~a red>blue", "+b red", "-a blue");
        assertThat(informer.lister().list("default")).hasSize(1);
        assertThat(informer.lister().get(NAME)).isEmpty();
    }

    @Test
    void keepsIndexesInStep() throws InterruptedException {
        server.objects().edit(CONFIG_MAPS, NAME, o -> color(o, "blue"));

        assertThat(next(2)).last().isEqualTo("~a red>blue");
        assertThat(byColor.get("red")).isEmpty();
        assertThat(byColor.get("blue")).hasSize(1);
    }

    @Test
    void listsAgainWhenItsRevisionIsCompacted() throws InterruptedException {
        assertThat(next(1)).containsExactly("+a red");

        server.objects()
                .locked(
                        () -> {
                            server.objects().delete(CONFIG_MAPS, NAME);
                            create("c", "green");
                            server.objects().compact();
                            return true;
                        });

        assertThat(next(2)).containsExactlyInAnyOrder("+c green", "-a red");
    }

    private void create(String name, String color) {
        server.objects()
                .create(
                        CONFIG_MAPS,
                        object(
                                """
                                {apiVersion: 'v1', kind: 'ConfigMap',
                                 metadata: {namespace: 'default', name: '%s', labels: {color: '%s'}}}
                                """
                                        .formatted(name, color)));
    }

    private List<String> next(int count) throws InterruptedException {
        List<String> list = new ArrayList<>();
        while (list.size() < count) {
            String entry = heard.poll(20, TimeUnit.SECONDS);
            assertThat(entry).isNotNull();
            list.add(entry);
        }
        return list;
    }

    private static ApiObject color(ApiObject object, String color) {
        object.with("metadata", "labels").put("color", color);
        return object;
    }

    private ChangeHandler recorder() {
        return new ChangeHandler() {
            @Override
            public void added(ApiObject object) {
                heard.add("+" + object.name() + " " + object.labels().get("color"));
            }

            @Override
            public void updated(ApiObject before, ApiObject after) {
                heard.add(
                        "~%s %s>%s"
                                .formatted(
                                        after.name(),
                                        before.labels().get("color"),
                                        after.labels().get("color")));
            }

            @Override
            public void deleted(ApiObject object) {
                heard.add("-" + object.name() + " " + object.labels().get("color"));
            }
        };
    }
}
