package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a kubelet tells of containers: their users, and the health of what they were given. */
final class ContainerStatusRules {

    private static final List<String> LISTS =
            List.of("containerStatuses", "initContainerStatuses", "ephemeralContainerStatuses");
    private static final List<String> HEALTH = List.of("Healthy", "Unhealthy", "Unknown");
    private static final int MAX_MESSAGE = 1024;

    private ContainerStatusRules() {}

    static void check(Inspection pod) {
        Inspection status = pod.field("status");
        boolean windows = pod.at("spec", "os", "name").is("windows");
        for (String list : LISTS) {
            status.field(list).each(each -> user(each.at("user", "linux"), windows));
        }
        JsonNode spec = pod.node().path("spec");
        status.field("containerStatuses").each(s -> resources(s, spec.path("containers")));
        status.field("initContainerStatuses").each(s -> resources(s, spec.path("initContainers")));
        status.field("ephemeralContainerStatuses")
                .each(
                        each -> {
                            if (each.field("allocatedResourcesStatus").size() > 0) {
                                each.field("allocatedResourcesStatus")
                                        .forbidden("must not be specified in container status");
                            }
                        });
    }

    private static void user(Inspection user, boolean windows) {
        if (!user.isPresent()) {
            return;
        }
        if (windows) {
            user.forbidden("cannot be set for a windows pod");
            return;
        }
        SecurityParts.id(user.field("uid"));
        SecurityParts.id(user.field("gid"));
        user.field("supplementalGroups").each(SecurityParts::id);
    }

    private static void resources(Inspection status, JsonNode containers) {
        status.field("allocatedResourcesStatus")
                .each(
                        resource -> {
                            known(resource.field("name"), status, containers);
                            Set<String> ids = new HashSet<>();
                            resource.field("resources").each(each -> health(each, ids));
                        });
    }

    private static void known(Inspection name, Inspection status, JsonNode containers) {
        for (JsonNode container : containers) {
            if (!container.path("name").equals(status.node().path("name"))) {
                continue;
            }
            JsonNode resources = container.path("resources");
            if (name.text().startsWith("claim:")) {
                if (!hasClaim(resources.path("claims"), name.text())) {
                    name.invalid(
                            "must match one of the container's resource claims in a format 'claim:<claimName>/<request>' or 'claim:<claimName>' if request is empty");
                }
            } else if (!resources.path("requests").has(name.text())) {
                name.invalid(name.text(), "must match one of the container's resource requests");
            }
            return;
        }
    }

    private static boolean hasClaim(JsonNode claims, String name) {
        for (JsonNode claim : claims) {
            String request = claim.path("request").asText("");
            String own =
                    "claim:"
                            + claim.path("name").asText("")
                            + (request.isEmpty() ? "" : "/" + request);
            if (own.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static void health(Inspection resource, Set<String> ids) {
        resource.field("health").supports(HEALTH);
        Inspection message = resource.field("message");
        if (message.isPresent() && message.text().isEmpty()) {
            message.missing("must be non-empty if specified");
        } else if (Bytes.length(message.text()) > MAX_MESSAGE) {
            message.tooLong(MAX_MESSAGE);
        }
        if (!ids.add(resource.field("resourceID").text())) {
            resource.field("resourceID").duplicate();
        }
    }
}
