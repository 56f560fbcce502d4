package io.alcove.dns.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.List;

/** Drops from objects what nobody here reads, before they are held in memory. */
final class KeptFields {

    private static final List<String> METADATA =
            List.of("name", "namespace", "uid", "resourceVersion", "labels");
    private static final List<String> SPEC =
            List.of(
                    "type",
                    "clusterIP",
                    "clusterIPs",
                    "externalName",
                    "ports",
                    "publishNotReadyAddresses");
    private static final List<String> PORT = List.of("name", "protocol", "port");
    private static final List<String> ENDPOINT = List.of("addresses", "hostname", "conditions");

    private KeptFields() {}

    static ApiObject service(ApiObject object) {
        object.node().retain("metadata", "spec");
        retain(object.at("metadata"), METADATA);
        retain(object.at("metadata", "labels"), List.of());
        retain(object.at("spec"), SPEC);
        object.at("spec", "ports").forEach(port -> retain(port, PORT));
        return object;
    }

    static ApiObject slice(ApiObject object) {
        object.node().retain("metadata", "endpoints", "ports");
        retain(object.at("metadata"), METADATA);
        retain(object.at("metadata", "labels"), List.of(ServiceReader.SERVICE_LABEL));
        object.at("ports").forEach(port -> retain(port, PORT));
        object.at("endpoints").forEach(endpoint -> retain(endpoint, ENDPOINT));
        return object;
    }

    static ApiObject namespace(ApiObject object) {
        object.node().retain("metadata");
        retain(object.at("metadata"), METADATA);
        retain(object.at("metadata", "labels"), List.of());
        return object;
    }

    private static void retain(JsonNode node, List<String> fields) {
        if (node instanceof ObjectNode object) {
            object.retain(fields);
        }
    }
}
