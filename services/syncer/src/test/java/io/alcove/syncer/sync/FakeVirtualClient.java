package io.alcove.syncer.sync;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.syncer.cluster.VirtualClient;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.testing.apiserver.Deletion;
import io.alcove.testing.apiserver.FakeObjects;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes straight into a fake API server's objects; issues tokens that name their pod. */
final class FakeVirtualClient implements VirtualClient {

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final FakeObjects objects;
    private final Clock clock;

    FakeVirtualClient(FakeObjects objects, Clock clock) {
        this.objects = objects;
        this.clock = clock;
    }

    @Override
    public ApiObject create(VirtualResource resource, ApiObject object) {
        return objects.create(resource.resource(), object);
    }

    @Override
    public ApiObject createSubresource(
            VirtualResource resource, ObjectName name, String subresource, ApiObject body) {
        return switch (subresource) {
            case "binding" ->
                    objects.edit(
                            resource.resource(),
                            name,
                            pod -> {
                                pod.with("spec").put("nodeName", body.text("target", "name"));
                                return pod;
                            });
            case "token" -> issued(body);
            default -> throw new IllegalArgumentException(subresource);
        };
    }

    @Override
    public ApiObject apply(VirtualResource resource, ApiObject desired) {
        return objects.find(resource.resource(), desired.objectName())
                .orElseGet(() -> objects.create(resource.resource(), desired));
    }

    @Override
    public ApiObject patch(
            VirtualResource resource, ObjectName name, String subresource, JsonNode jsonPatch) {
        return objects.edit(
                resource.resource(),
                name,
                object -> {
                    for (JsonNode operation : jsonPatch) {
                        if (operation.path("path").asText().equals("/status")) {
                            object.node().set("status", operation.path("value"));
                        }
                    }
                    return object;
                });
    }

    @Override
    public void delete(
            VirtualResource resource,
            ObjectName name,
            String uid,
            OptionalLong gracePeriodSeconds) {
        Optional<ApiObject> present =
                objects.find(resource.resource(), name).filter(o -> o.uid().equals(uid));
        if (present.isPresent()) {
            long grace = gracePeriodSeconds.orElse(-1);
            objects.delete(resource.resource(), name, new Deletion(grace, "", uid, ""));
        }
    }

    private ApiObject issued(ApiObject request) {
        ApiObject answer = request.copy();
        ObjectNode status = answer.node().putObject("status");
        status.put("token", "token of " + request.text("spec", "boundObjectRef", "name"));
        status.put("expirationTimestamp", clock.instant().plus(TOKEN_LIFETIME).toString());
        return answer;
    }
}
