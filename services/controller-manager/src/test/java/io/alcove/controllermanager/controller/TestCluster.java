package io.alcove.controllermanager.controller;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.ApiClient;
import io.alcove.client.event.ApiEventRecorder;
import io.alcove.client.informer.Informers;
import io.alcove.testing.apiserver.FakeApiServer;
import io.alcove.testing.apiserver.FakeObjects;
import io.alcove.testing.apiserver.TestObjects;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Controllers at work on an API server in memory. */
public final class TestCluster implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final FakeApiServer server = FakeApiServer.start();

    private TestCluster() {
        parts.push(server);
    }

    public static TestCluster with(List<Function<ControllerContext, Controller>> factories) {
        TestCluster cluster = new TestCluster();
        cluster.run(factories);
        return cluster;
    }

    public FakeObjects objects() {
        return server.objects();
    }

    public ApiClient client() {
        return ApiClient.of(server.channel(), "test");
    }

    public ApiObject create(GroupVersionResource resource, String json) {
        return objects().create(resource, TestObjects.object(json));
    }

    /** The object once it is as wanted. */
    public ApiObject await(
            GroupVersionResource resource, ObjectName name, Predicate<ApiObject> wanted) {
        objects()
                .await(
                        resource.resource() + " " + name,
                        () -> objects().find(resource, name).filter(wanted).isPresent());
        return objects().get(resource, name);
    }

    /** Waits until the object is or has been as wanted: for states that may pass unseen. */
    public void awaitPassing(
            GroupVersionResource resource, ObjectName name, Predicate<ApiObject> wanted) {
        objects()
                .await(
                        resource.resource() + " " + name,
                        () -> objects().hasBeen(resource, name, wanted));
    }

    public void awaitGone(GroupVersionResource resource, ObjectName name) {
        objects()
                .await(
                        "no " + resource.resource() + " " + name,
                        () -> objects().find(resource, name).isEmpty());
    }

    /** The objects of the namespace once there are as many. */
    public List<ApiObject> awaitCount(GroupVersionResource resource, String namespace, int count) {
        objects()
                .await(
                        count + " " + resource.resource(),
                        () -> objects().list(resource, namespace).size() == count);
        return objects().list(resource, namespace);
    }

    /** The event of the reason once it is there. */
    public ApiObject awaitEvent(String namespace, String reason) {
        GroupVersionResource events = new GroupVersionResource("", "v1", "events");
        objects().await("event " + reason, () -> event(events, namespace, reason).isPresent());
        return event(events, namespace, reason).orElseThrow();
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }

    private Optional<ApiObject> event(
            GroupVersionResource events, String namespace, String reason) {
        return objects().list(events, namespace).stream()
                .filter(e -> e.text("reason").equals(reason))
                .findFirst();
    }

    private void run(List<Function<ControllerContext, Controller>> factories) {
        ApiClient client = ApiClient.of(server.channel(), "kube-controller-manager");
        Informers informers = new Informers(client);
        parts.push(informers);
        Clock clock = Clock.systemUTC();
        ControllerContext context =
                new ControllerContext(
                        client,
                        informers,
                        component -> pushed(new ApiEventRecorder(client, component, clock)),
                        Map.of(),
                        clock);
        List<Controller> controllers =
                factories.stream().map(factory -> pushed(factory.apply(context))).toList();
        informers.start();
        try {
            if (!informers.awaitSynced(PATIENCE)) {
                throw new AssertionError("informers do not sync");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        controllers.forEach(Controller::start);
    }

    private <T extends AutoCloseable> T pushed(T part) {
        parts.push(part);
        return part;
    }
}
