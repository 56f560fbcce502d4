package io.alcove.apiserver.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** pods/log. */
public final class PodLogs {

    private final Registry registry;
    private final LogSource source;

    public PodLogs(Registry registry, LogSource source) {
        this.registry = registry;
        this.source = source;
    }

    /** Empty where the pod has no node that could have a log of it. */
    public Optional<LogStream> open(RequestContext context, PodLogOptions options) {
        RequestInfo info = context.info();
        options.validate(info.name());
        ApiObject pod =
                ApiObject.parse(
                        registry.get(context.with(info.with("get", "", info.objectName())), "")
                                .json());
        String container = container(pod, options.container());
        if (pod.text("spec", "nodeName").isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(source.open(new LogQuery(pod.objectName(), container, options)));
    }

    private static String container(ApiObject pod, String asked) {
        List<JsonNode> containers = pod.elements("spec", "containers");
        List<String> all =
                Stream.of("initContainers", "containers", "ephemeralContainers")
                        .flatMap(list -> pod.elements("spec", list).stream())
                        .map(container -> container.path("name").asText())
                        .toList();
        if (!asked.isEmpty() && !all.contains(asked)) {
            throw StatusException.badRequest(
                    "container %s is not valid for pod %s".formatted(asked, pod.name()));
        }
        if (asked.isEmpty() && containers.size() != 1) {
            throw StatusException.badRequest(
                    "a container name must be specified for pod %s, choose one of: [%s]"
                            .formatted(pod.name(), String.join(" ", all)));
        }
        return asked.isEmpty() ? containers.getFirst().path("name").asText() : asked;
    }
}
