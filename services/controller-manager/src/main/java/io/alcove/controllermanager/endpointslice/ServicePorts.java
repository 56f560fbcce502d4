package io.alcove.controllermanager.endpointslice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A Service's ports as one pod has them. */
final class ServicePorts {

    private ServicePorts() {}

    /** In the Service's order, without those that the pod has no port for. */
    static ArrayNode of(ApiObject service, ApiObject pod) {
        ArrayNode ports = JsonNodeFactory.instance.arrayNode();
        for (JsonNode port : service.elements("spec", "ports")) {
            OptionalInt number = number(port, pod);
            if (number.isPresent()) {
                ObjectNode found =
                        ports.addObject()
                                .put("name", port.path("name").asText(""))
                                .put("port", number.getAsInt())
                                .put("protocol", protocol(port));
                if (port.has("appProtocol")) {
                    found.set("appProtocol", port.get("appProtocol"));
                }
            }
        }
        return ports;
    }

    private static OptionalInt number(JsonNode port, ApiObject pod) {
        JsonNode target = port.path("targetPort");
        if (target.isTextual()) {
            return named(target.textValue(), protocol(port), pod);
        }
        return OptionalInt.of(target.asInt() == 0 ? port.path("port").asInt() : target.asInt());
    }

    private static OptionalInt named(String name, String protocol, ApiObject pod) {
        List<JsonNode> containers = new ArrayList<>(pod.elements("spec", "containers"));
        pod.elements("spec", "initContainers").stream()
                .filter(c -> c.path("restartPolicy").asText().equals("Always"))
                .forEach(containers::add);
        for (JsonNode container : containers) {
            for (JsonNode port : container.path("ports")) {
                if (port.path("name").asText().equals(name) && protocol(port).equals(protocol)) {
                    return OptionalInt.of(port.path("containerPort").asInt());
                }
            }
        }
        return OptionalInt.empty();
    }

    private static String protocol(JsonNode port) {
        return port.path("protocol").asText("TCP");
    }
}
