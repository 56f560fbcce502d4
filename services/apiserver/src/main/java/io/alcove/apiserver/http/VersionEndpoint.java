package io.alcove.apiserver.http;

import io.alcove.apimachinery.catalog.Catalog;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** /version, as a server of the catalog's version tells it. */
final class VersionEndpoint implements PathEndpoint {

    private final Supplier<Catalog> catalog;

    VersionEndpoint(Supplier<Catalog> catalog) {
        this.catalog = catalog;
    }

    @Override
    public boolean serves(String path) {
        return path.equals("/version") || path.equals("/version/");
    }

    @Override
    public void handle(Exchange exchange) {
        if (!exchange.method().equals("GET")) {
            throw ResourceRoute.methodNotAllowed();
        }
        Negotiation.requireJson(exchange.header("Accept"));
        exchange.respond(
                200,
                "application/json",
                catalog.get().version().toPrettyString().getBytes(StandardCharsets.UTF_8));
    }
}
