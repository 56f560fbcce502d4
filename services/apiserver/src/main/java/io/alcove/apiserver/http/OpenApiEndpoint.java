package io.alcove.apiserver.http;

import io.alcove.apiserver.openapi.DescribedDocuments;
import io.alcove.apiserver.openapi.Document;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** /openapi/v2, /openapi/v3 and the documents that the latter names. */
final class OpenApiEndpoint implements PathEndpoint {

    private static final String V2 = "/openapi/v2";
    private static final String V3 = "/openapi/v3";
    private static final String JSON = "application/json";
    private static final String V2_PROTOBUF_TYPE =
            "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";
    private static final Set<String> V2_PROTOBUF =
            Set.of(V2_PROTOBUF_TYPE, "application/com.github.proto-openapi.spec.v2@v1.0+protobuf");
    private static final Set<String> ACCEPTED = Set.of(JSON, "application/*", "*/*");
    private static final DateTimeFormatter EXPIRES =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);
    private static final int DAYS_KEPT = 365;

    private final DescribedDocuments documents;
    private final Clock clock = Clock.systemUTC();

    OpenApiEndpoint(DescribedDocuments documents) {
        this.documents = documents;
    }

    @Override
    public boolean serves(String path) {
        return path.equals(V2) || path.equals(V3) || path.startsWith(V3 + "/");
    }

    @Override
    public void handle(Exchange exchange) {
        String path = exchange.path();
        if (path.equals(V3)) {
            exchange.respond(200, "text/plain; charset=utf-8", documents.v3Index());
            return;
        }
        if (path.equals(V2)) {
            v2(exchange);
            return;
        }
        Optional<Document> document = documents.v3(path.substring(V3.length() + 1));
        if (document.isEmpty()) {
            exchange.respond(404, "", new byte[0]);
        } else if (!acceptsJson(exchange)) {
            exchange.respond(406, "", new byte[0]);
        } else {
            respond(exchange, JSON, document.get());
        }
    }

    private void v2(Exchange exchange) {
        for (AcceptClause clause : accepted(exchange)) {
            if (V2_PROTOBUF.contains(clause.mediaType())) {
                respond(exchange, V2_PROTOBUF_TYPE, documents.v2Protobuf());
                return;
            }
            if (ACCEPTED.contains(clause.mediaType())) {
                respond(exchange, JSON, documents.v2());
                return;
            }
        }
        exchange.respond(406, "", new byte[0]);
    }

    /** Clients keep a document for as long as the index names the same hash of it. */
    private void respond(Exchange exchange, String type, Document document) {
        String hash = document.hash();
        String tag = '"' + hash + '"';
        String asked = exchange.query().text("hash");
        exchange.answerHeader("ETag", tag);
        exchange.answerHeader("Vary", "Accept");
        if (!asked.isEmpty() && !asked.equals(hash)) {
            exchange.answerHeader("Location", exchange.path() + "?hash=" + hash);
            exchange.respond(301, type, new byte[0]);
            return;
        }
        if (!asked.isEmpty()) {
            exchange.answerHeader("Cache-Control", "public, immutable");
            exchange.answerHeader(
                    "Expires", EXPIRES.format(clock.instant().plus(Duration.ofDays(DAYS_KEPT))));
        }
        if (exchange.header("If-None-Match").equals(tag)) {
            exchange.respond(304, "", new byte[0]);
        } else {
            exchange.respond(200, type, document.bytes());
        }
    }

    private static List<AcceptClause> accepted(Exchange exchange) {
        String header = exchange.header("Accept");
        return AcceptClause.parse(header.isEmpty() ? "*/*" : header);
    }

    private static boolean acceptsJson(Exchange exchange) {
        return accepted(exchange).stream()
                .anyMatch(clause -> ACCEPTED.contains(clause.mediaType()));
    }
}
