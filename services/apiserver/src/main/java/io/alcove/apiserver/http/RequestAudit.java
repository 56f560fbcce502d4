package io.alcove.apiserver.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alcove.apimachinery.protobuf.ProtobufDecoder;
import io.alcove.apiserver.audit.Audit;
import io.alcove.apiserver.audit.AuditTrail;
import io.alcove.apiserver.audit.AuditedRequest;
import io.alcove.apiserver.audit.Stage;
import io.alcove.apiserver.registry.RequestBody;
import io.alcove.apiserver.request.UserInfo;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells the audit of the requests that come through this door. */
final class RequestAudit {

    private static final int FAILED = 400;
    private static final UserInfo NOBODY = new UserInfo("", "", List.of(), Map.of());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();

    private final Audit audit;
    private final ProtobufBodies protobufBodies;
    private final Clock clock;

    RequestAudit(Audit audit, ProtobufBodies protobufBodies, Clock clock) {
        this.audit = audit;
        this.protobufBodies = protobufBodies;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    AuditTrail begin(Exchange exchange, UserInfo caller, Instant received) {
        AuditTrail trail =
                audit.begin(caller, exchange.info(), () -> request(exchange, caller, received));
        exchange.auditedBy(trail);
        exchange.onStream(() -> started(exchange, trail));
        if (exchange.body().length > 0) {
            trail.requested(() -> read(exchange.body(), exchange.contentType()));
        }
        return trail;
    }

    private static AuditedRequest request(Exchange exchange, UserInfo caller, Instant received) {
        return new AuditedRequest(
                exchange.requestId(),
                exchange.uri(),
                exchange.info(),
                caller,
                exchange.header("User-Agent"),
                sources(exchange),
                received);
    }

    /** The answer is given, and all of it that was to be sent. */
    void end(Exchange exchange, Instant received) {
        Optional<AuditTrail> known = exchange.trail();
        AuditTrail trail = known.orElseGet(() -> begin(exchange, NOBODY, received));
        if (!exchange.isStreamed()) {
            tellAnswer(exchange, trail);
        }
        // who could not say who they are got no further
        trail.reached(known.isPresent() ? Stage.RESPONSE_COMPLETE : Stage.RESPONSE_STARTED);
    }

    private void started(Exchange exchange, AuditTrail trail) {
        tellAnswer(exchange, trail);
        trail.reached(Stage.RESPONSE_STARTED);
    }

    private void tellAnswer(Exchange exchange, AuditTrail trail) {
        trail.answered(
                exchange.code(),
                exchange.code() >= FAILED,
                () -> read(exchange.answer(), exchange.answerType()));
    }

    private static List<String> sources(Exchange exchange) {
        List<String> addresses = new ArrayList<>();
        for (String value : exchange.headers("X-Forwarded-For")) {
            for (String address : value.split(",", -1)) {
                addresses.add(address.strip());
            }
        }
        addresses.addAll(exchange.headers("X-Real-Ip"));
        addresses.add(exchange.remoteAddress());
        return addresses.stream().filter(a -> !a.isEmpty()).distinct().toList();
    }

    /** Missing where it cannot be read: an event is told all the same. */
    private JsonNode read(byte[] body, String type) {
        try {
            if (type.startsWith(ProtobufDecoder.MEDIA_TYPE)) {
                Optional<JsonNode> object = protobufBodies.read(body);
                return object.orElse(MissingNode.getInstance());
            }
            return type.startsWith(RequestBody.YAML) || type.contains("yaml")
                    ? YAML.readTree(body)
                    : JSON.readTree(body);
        } catch (IOException _) {
            return MissingNode.getInstance();
        }
    }
}
