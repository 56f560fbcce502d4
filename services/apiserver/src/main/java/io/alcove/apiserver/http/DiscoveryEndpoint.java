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

    private static final String AGGREGATED = "as=APIGroupDiscoveryList";

    private final Supplier<DiscoveryDocuments> documents;

    DiscoveryEndpoint(Supplier<DiscoveryDocuments> documents) {
        this.documents = documents;
    }

    @Override
    public boolean serves(String path) {
        return document(path).isPresent();
    }

    @Override
    public void handle(Exchange exchange) {
        List<String> parts = parts(exchange.path());
        for (String clause : exchange.header("Accept").split(",", -1)) {
            String wanted = clause.replace(" ", "");
            if (parts.size() == 1 && wanted.contains(AGGREGATED)) {
                String version = version(wanted);
                Optional<byte[]> aggregated =
                        parts.getFirst().equals("api")
                                ? documents.get().aggregatedCore(version)
                                : documents.get().aggregatedGroups(version);
                if (aggregated.isPresent()) {
                    exchange.respond(
                            200,
                            "application/json;g=apidiscovery.k8s.io;v="
                                    + version
                                    + ";"
                                    + AGGREGATED,
                            aggregated.get());
                    return;
                }
            }
        }
        byte[] json = document(exchange.path()).orElseThrow();
        Representation form = Representation.of(exchange.header("Accept"));
        exchange.respond(200, form.mediaType(), form.encode(json));
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

    private static String version(String clause) {
        for (String parameter : clause.split(";", -1)) {
            if (parameter.startsWith("v=")) {
                return parameter.substring(2);
            }
        }
        return "";
    }

    private static List<String> parts(String path) {
        return Arrays.stream(path.split("/", -1)).filter(p -> !p.isEmpty()).toList();
    }
}
