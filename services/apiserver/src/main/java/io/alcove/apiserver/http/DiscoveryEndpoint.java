package io.alcove.apiserver.http;

import io.alcove.apimachinery.discovery.DiscoveryDocuments;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * /api and /apis with what is below them that is no resource; aggregated where a client asks so.
 */
final class DiscoveryEndpoint implements PathEndpoint {

    private static final String AGGREGATED = "APIGroupDiscoveryList";

    private static final String AGGREGATED_GROUP = "apidiscovery.k8s.io";

    private final Supplier<DiscoveryDocuments> documents;
    private static final List<String> GROUPS = List.of("apis");

    private final Encodings encodings;

    DiscoveryEndpoint(Supplier<DiscoveryDocuments> documents, Encodings encodings) {
        this.encodings = encodings;
        this.documents = documents;
    }

    @Override
    public boolean serves(String path) {
        return document(path).isPresent();
    }

    /** Whether a path is below /api or the path of a group. */
    boolean isBelow(String path) {
        List<String> parts = parts(path);
        if (parts.isEmpty() || path.startsWith("//")) {
            return false;
        }
        return parts.getFirst().equals("api")
                || (parts.size() > 1
                        && parts.getFirst().equals("apis")
                        && documents.get().group(parts.get(1)).isPresent());
    }

    @Override
    public void handle(Exchange exchange) {
        List<String> parts = parts(exchange.path());
        boolean routed = parts.getFirst().equals("api") || parts.size() > 2;
        if (routed && !exchange.method().equals("GET")) {
            throw ResourceRoute.methodNotAllowed();
        }
        if (parts.size() == 1) {
            for (AcceptClause clause : AcceptClause.parse(exchange.header("Accept"))) {
                Optional<byte[]> aggregated = aggregated(parts.getFirst(), clause);
                if (aggregated.isPresent()) {
                    respond(exchange, clause, aggregated.get());
                    return;
                }
            }
        }
        byte[] json = document(exchange.path()).orElseThrow();
        Representation form =
                Negotiation.of(
                                parts.equals(GROUPS)
                                        ? Negotiation.Place.UNROUTED
                                        : Negotiation.Place.DOCUMENT)
                        .of(exchange.header("Accept"));
        exchange.respond(200, form, json);
    }

    private Optional<byte[]> aggregated(String root, AcceptClause clause) {
        if (!clause.parameter("as").equals(AGGREGATED)
                || !clause.parameter("g").equals(AGGREGATED_GROUP)) {
            return Optional.empty();
        }
        String version = clause.parameter("v");
        return root.equals("api")
                ? documents.get().aggregatedCore(version)
                : documents.get().aggregatedGroups(version);
    }

    /** Clients keep these documents, and ask whether they still hold. */
    private void respond(Exchange exchange, AcceptClause clause, byte[] json) {
        Representation form =
                Negotiation.ofAnything(clause.mediaType(), encodings.all()).orElseThrow();
        String tag = '"' + EntityTag.of(json) + '"';
        exchange.answerHeader("ETag", tag);
        exchange.answerHeader("Cache-Control", "public");
        exchange.answerHeader("Vary", "Accept");
        if (exchange.header("If-None-Match").equals(tag)) {
            exchange.respond(304, "", new byte[0]);
            return;
        }
        exchange.respond(
                200,
                "%s;g=%s;v=%s;as=%s"
                        .formatted(
                                form.mediaType(),
                                AGGREGATED_GROUP,
                                clause.parameter("v"),
                                AGGREGATED),
                encodings.encode(form, json));
    }

    private Optional<byte[]> document(String path) {
        List<String> parts = parts(path);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        DiscoveryDocuments present = documents.get();
        return switch (parts.getFirst()) {
            case "api" ->
                    switch (parts.size()) {
                        case 1 -> Optional.of(present.legacyApi());
                        case 2 -> present.resources("", parts.get(1));
                        default -> Optional.empty();
                    };
            case "apis" ->
                    switch (parts.size()) {
                        case 1 -> Optional.of(present.apis());
                        case 2 -> present.group(parts.get(1));
                        case 3 -> present.resources(parts.get(1), parts.get(2));
                        default -> Optional.empty();
                    };
            default -> Optional.empty();
        };
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/", -1)).filter(p -> !p.isEmpty()).toList();
    }
}
