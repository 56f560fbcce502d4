package io.alcove.syncer.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The host over HTTP. Objects stay JSON trees: nothing is lost that a typed model lacks. */
public final class HttpHostClient implements HostClient {

    private static final String WRITER = "fieldManager=" + FieldManager.NAME;
    private static final String APPLY = "application/apply-patch+yaml";
    private static final String STRATEGIC = "application/strategic-merge-patch+json";
    private static final GroupVersionKind NAMESPACE = new GroupVersionKind("", "v1", "Namespace");
    private static final int PAGE = 500;

    /** The server ends a watch after this, so that a broken one cannot hang for long. */
    private static final Duration WATCH_LIFETIME = Duration.ofMinutes(5);

    private static final Duration LOG_PATIENCE = Duration.ofHours(4);

    private final HostRequests requests;

    public HttpHostClient(HostRequests requests) {
        this.requests = requests;
    }

    @Override
    public Optional<ApiObject> find(HostResource resource, ObjectName name) {
        try {
            return Optional.of(requests.send("GET", resource.path(name), "", new byte[0]));
        } catch (StatusException e) {
            if (e.is(StatusReason.NOT_FOUND)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public ApiObject apply(HostResource resource, ApiObject desired) {
        return apply(resource, desired, "");
    }

    @Override
    public ApiObject applyDryRun(HostResource resource, ApiObject desired) {
        return apply(resource, desired, "&dryRun=All");
    }

    private ApiObject apply(HostResource resource, ApiObject desired, String more) {
        String path = resource.path(desired.objectName());
        return requests.send(
                "PATCH", path + "?force=true&" + WRITER + more, APPLY, desired.toBytes());
    }

    @Override
    public void ensureNamespace(String name) {
        ApiObject namespace = ApiObject.of(NAMESPACE, new ObjectName("", name));
        try {
            requests.send(
                    "POST",
                    "/api/v1/namespaces?" + WRITER,
                    "application/json",
                    namespace.toBytes());
        } catch (StatusException e) {
            if (!e.is(StatusReason.ALREADY_EXISTS)) {
                throw e;
            }
        }
    }

    @Override
    public ApiObject create(HostResource resource, ApiObject desired) {
        String path = resource.path(desired.namespace());
        return requests.send("POST", path + "?" + WRITER, "application/json", desired.toBytes());
    }

    @Override
    public ApiObject patchSubresource(
            HostResource resource, ObjectName name, String subresource, byte[] patch) {
        String path = resource.path(name) + "/" + subresource + "?" + WRITER;
        return requests.send("PATCH", path, STRATEGIC, patch);
    }

    @Override
    public void delete(
            HostResource resource, ObjectName name, String uid, OptionalLong gracePeriodSeconds) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.put("kind", "DeleteOptions").put("apiVersion", "v1");
        options.putObject("preconditions").put("uid", uid);
        gracePeriodSeconds.ifPresent(seconds -> options.put("gracePeriodSeconds", seconds));
        byte[] body = ApiObject.of(options).toBytes();
        try {
            requests.send("DELETE", resource.path(name), "application/json", body);
        } catch (StatusException e) {
            if (!e.is(StatusReason.NOT_FOUND)) {
                throw e;
            }
        }
    }

    @Override
    public Listing list(HostResource resource, String namespace, String labelSelector) {
        List<ApiObject> items = new ArrayList<>();
        String path =
                resource.path(namespace)
                        + "?limit="
                        + PAGE
                        + "&labelSelector="
                        + HostResource.encode(labelSelector);
        String more = "";
        while (true) {
            ApiObject page = requests.send("GET", path + more, "", new byte[0]);
            String kind = page.kind().replaceAll("List$", "");
            for (var item : page.elements("items")) {
                ((ObjectNode) item).put("apiVersion", page.apiVersion()).put("kind", kind);
                items.add(ApiObject.of((ObjectNode) item));
            }
            String next = page.text("metadata", "continue");
            if (next.isEmpty()) {
                return new Listing(items, page.resourceVersion());
            }
            more = "&continue=" + HostResource.encode(next);
        }
    }

    @Override
    public Watch watch(
            HostResource resource, String namespace, String labelSelector, String resourceVersion) {
        String path =
                resource.path(namespace)
                        + "?watch=true&allowWatchBookmarks=true&timeoutSeconds="
                        + WATCH_LIFETIME.toSeconds()
                        + "&labelSelector="
                        + HostResource.encode(labelSelector)
                        + "&resourceVersion="
                        + HostResource.encode(resourceVersion);
        return new HttpWatch(requests.open(path, WATCH_LIFETIME.plusMinutes(1)));
    }

    @Override
    public JsonNode document(String path) {
        return requests.send("GET", path, "", new byte[0]).node();
    }

    @Override
    public InputStream logs(ObjectName pod, String query) {
        return requests.open(HostResource.PODS.path(pod) + "/log?" + query, LOG_PATIENCE);
    }
}
