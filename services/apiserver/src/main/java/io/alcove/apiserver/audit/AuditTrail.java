package io.alcove.apiserver.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is told of one request. Used by one thread at a time. */
public final class AuditTrail {

    private static final int MAX_USER_AGENT = 1024;
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final AuditDecision decision;
    private final AuditedRequest request;
    private final AuditSink sink;
    private final Clock clock;
    private final Map<String, String> annotations = new TreeMap<>();
    private @Nullable UserInfo impersonated;
    private @Nullable JsonNode requestObject;
    private @Nullable JsonNode responseObject;
    private @Nullable ObjectNode responseStatus;

    AuditTrail(AuditDecision decision, AuditedRequest request, AuditSink sink, Clock clock) {
        this.decision = decision;
        this.request = request;
        this.sink = sink;
        this.clock = clock;
    }

    public boolean isTold() {
        return decision.level() != Level.NONE;
    }

    public void impersonates(UserInfo user) {
        if (isTold()) {
            impersonated = user;
        }
    }

    /** The first value of a key stays, as upstream's does. */
    public void annotate(String key, String value) {
        if (isTold()) {
            synchronized (this) {
                annotations.putIfAbsent(key, value);
            }
        }
    }

    /**
     * @param body read only where the policy wants it
     */
    public void requested(Supplier<JsonNode> body) {
        if (decision.level().includes(Level.METADATA) && request.info().isResourceRequest()) {
            requestObject = withoutManagedFields(body.get());
        }
    }

    /**
     * @param body the answer's, read only where the policy wants it or it is a Status
     */
    public void answered(int code, boolean failed, Supplier<JsonNode> body) {
        if (!isTold()) {
            return;
        }
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.putObject("metadata");
        boolean whole = decision.level().includes(Level.REQUEST_RESPONSE);
        JsonNode object = failed || whole ? body.get() : JsonNodeFactory.instance.missingNode();
        if (object.path("kind").asText().equals("Status")) {
            for (String field : new String[] {"status", "message", "reason", "details"}) {
                if (object.has(field)) {
                    status.set(field, object.get(field));
                }
            }
        }
        responseStatus = status.put("code", code);
        if (whole && request.info().isResourceRequest() && object.isObject()) {
            responseObject = withoutManagedFields(object);
        }
    }

    public void reached(Stage stage) {
        if (isTold() && !decision.omitted().contains(stage)) {
            sink.accept(event(stage).toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private ObjectNode event(Stage stage) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("kind", "Event").put("apiVersion", "audit.k8s.io/v1");
        event.put("level", decision.level().word());
        event.put("auditID", request.id()).put("stage", stage.word());
        event.put("requestURI", request.uri()).put("verb", request.info().verb());
        event.set("user", user(request.user()));
        if (impersonated != null) {
            event.set("impersonatedUser", user(impersonated));
        }
        if (!request.sources().isEmpty()) {
            request.sources().forEach(event.withArray("sourceIPs")::add);
        }
        if (!request.userAgent().isEmpty()) {
            event.put("userAgent", cut(request.userAgent()));
        }
        if (request.info().isResourceRequest()) {
            event.set("objectRef", reference());
        }
        if (responseStatus != null) {
            event.set("responseStatus", responseStatus);
        }
        if (requestObject != null && decision.level().includes(Level.REQUEST)) {
            event.set("requestObject", requestObject);
        }
        if (responseObject != null) {
            event.set("responseObject", responseObject);
        }
        event.put("requestReceivedTimestamp", time(request.received()));
        event.put("stageTimestamp", time(clock.instant()));
        synchronized (this) {
            if (!annotations.isEmpty()) {
                ObjectNode told = event.putObject("annotations");
                annotations.forEach(told::put);
            }
        }
        return event;
    }

    /** What the path does not say of the object its body may. */
    private ObjectNode reference() {
        RequestInfo info = request.info();
        ObjectNode reference = JsonNodeFactory.instance.objectNode();
        JsonNode metadata =
                requestObject == null
                        ? JsonNodeFactory.instance.missingNode()
                        : requestObject.path("metadata");
        put(reference, "resource", info.resource());
        put(reference, "namespace", either(info.namespace(), metadata, "namespace"));
        put(reference, "name", either(info.name(), metadata, "name"));
        put(reference, "uid", metadata.path("uid").asText(""));
        put(reference, "apiGroup", info.group());
        put(reference, "apiVersion", info.version());
        put(reference, "resourceVersion", metadata.path("resourceVersion").asText(""));
        put(reference, "subresource", info.subresource());
        return reference;
    }

    private static String either(String known, JsonNode metadata, String field) {
        return known.isEmpty() ? metadata.path(field).asText("") : known;
    }

    private static void put(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }

    private static ObjectNode user(UserInfo user) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        put(node, "username", user.name());
        put(node, "uid", user.uid());
        user.groups().forEach(group -> node.withArray("groups").add(group));
        new TreeMap<>(user.extra())
                .forEach(
                        (key, values) ->
                                values.forEach(node.withObject("/extra").withArray(key)::add));
        return node;
    }

    private JsonNode withoutManagedFields(JsonNode object) {
        if (decision.omitManagedFields() && object.isObject()) {
            JsonNode copy = object.deepCopy();
            drop(copy);
            copy.path("items").forEach(AuditTrail::drop);
            return copy;
        }
        return object;
    }

    private static void drop(JsonNode object) {
        if (object.path("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
    }

    private static String cut(String agent) {
        return agent.length() > MAX_USER_AGENT
                ? agent.substring(0, MAX_USER_AGENT) + "...TRUNCATED"
                : agent;
    }

    private static String time(Instant instant) {
        return MICROS.format(instant);
    }
}
