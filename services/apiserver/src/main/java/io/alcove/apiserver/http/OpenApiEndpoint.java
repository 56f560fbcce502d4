package io.alcove.apiserver.http;

import io.alcove.apimachinery.openapi.OpenApiDocuments;
import java.util.Optional;
import java.util.function.Supplier;

/** /openapi/v3 and the documents that it names. */
final class OpenApiEndpoint implements PathEndpoint {

    private static final String V3 = "/openapi/v3";

    private final Supplier<OpenApiDocuments> documents;

    OpenApiEndpoint(Supplier<OpenApiDocuments> documents) {
        this.documents = documents;
    }

    @Override
    public boolean serves(String path) {
        return document(path).isPresent();
    }

    @Override
    public void handle(Exchange exchange) {
        exchange.respond(200, "application/json", document(exchange.path()).orElseThrow());
    }

    private Optional<byte[]> document(String path) {
        if (path.equals(V3) || path.equals(V3 + "/")) {
            return Optional.of(documents.get().v3Index());
        }
        return path.startsWith(V3 + "/")
                ? documents.get().v3(path.substring(V3.length() + 1))
                : Optional.empty();
    }
}
