package io.alcove.syncer.relay;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.proto.relay.v1.LogsRequest;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.host.HostClient;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.mark.HostNames;
import io.alcove.syncer.sync.Caches;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Logs of the tenant's own pods and of the containers that the tenant put into them. */
public final class PodLogs {

    private static final GroupResource PODS = new GroupResource("", "pods");

    private static final Logger LOG = Logger.getLogger(PodLogs.class);

    private final HostClient host;
    private final Caches caches;
    private final HostNames names;

    public PodLogs(HostClient host, Caches caches, HostNames names) {
        this.host = host;
        this.caches = caches;
        this.names = names;
    }

    /** The log as it comes; the caller closes it. */
    InputStream open(LogsRequest request) {
        ObjectName name = new ObjectName(request.getNamespace(), request.getPod());
        ApiObject virtualPod =
                caches.of(VirtualResource.PODS)
                        .get(name)
                        .orElseThrow(() -> StatusException.notFound(PODS, name.name()));
        String container = container(virtualPod, request.getContainer());
        ApiObject hostPod =
                caches.hostCopy(HostResource.PODS, name)
                        .orElseThrow(
                                () ->
                                        StatusException.badRequest(
                                                "container \"%s\" in pod \"%s\" is waiting to start: not on the host yet"
                                                        .formatted(container, name.name())));
        try {
            return host.logs(hostPod.objectName(), query(request, container));
        } catch (StatusException e) {
            throw refusal(e, virtualPod);
        }
    }

    /** What the host says of the syncer itself is not the tenant's to read. */
    private StatusException refusal(StatusException e, ApiObject virtualPod) {
        if (e.is(StatusReason.UNAUTHORIZED) || e.is(StatusReason.FORBIDDEN)) {
            LOG.errorf("host refuses logs cause=%s", e.getMessage());
            return new StatusException(
                    Status.of(
                            StatusReason.SERVICE_UNAVAILABLE,
                            "the host cluster does not let the syncer read logs"));
        }
        return MaskedRefusal.of(e, virtualPod, names);
    }

    private static String container(ApiObject virtualPod, String asked) {
        List<String> own =
                List.of("containers", "initContainers", "ephemeralContainers").stream()
                        .flatMap(list -> virtualPod.elements("spec", list).stream())
                        .map(container -> container.path("name").asText())
                        .toList();
        if (asked.isEmpty() && virtualPod.at("spec", "containers").size() == 1) {
            return own.getFirst();
        }
        if (asked.isEmpty()) {
            throw StatusException.badRequest(
                    "a container name must be specified for pod %s, choose one of: [%s]"
                            .formatted(virtualPod.name(), String.join(" ", own)));
        }
        if (!own.contains(asked)) {
            throw StatusException.badRequest(
                    "container %s is not valid for pod %s".formatted(asked, virtualPod.name()));
        }
        return asked;
    }

    private static String query(LogsRequest request, String container) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("container", container);
        if (request.getFollow()) {
            options.put("follow", "true");
        }
        if (request.getPrevious()) {
            options.put("previous", "true");
        }
        if (request.getTimestamps()) {
            options.put("timestamps", "true");
        }
        if (request.hasSinceSeconds()) {
            options.put("sinceSeconds", String.valueOf(request.getSinceSeconds()));
        }
        if (!request.getSinceTime().isEmpty()) {
            options.put("sinceTime", request.getSinceTime());
        }
        if (request.hasTailLines()) {
            options.put("tailLines", String.valueOf(request.getTailLines()));
        }
        if (request.hasLimitBytes()) {
            options.put("limitBytes", String.valueOf(request.getLimitBytes()));
        }
        return options.entrySet().stream()
                .map(
                        o ->
                                o.getKey()
                                        + "="
                                        + URLEncoder.encode(o.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
