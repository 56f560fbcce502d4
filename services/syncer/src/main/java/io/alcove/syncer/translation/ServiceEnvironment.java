package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The environment variables that a kubelet derives from Services, out of the tenant's own. */
final class ServiceEnvironment implements PodRewrite {

    @Override
    public void rewrite(ObjectNode spec, ApiObject virtualPod, PodSurroundings surroundings) {
        Map<String, String> variables = new TreeMap<>();
        if (spec.path("enableServiceLinks").asBoolean(true)) {
            surroundings.services().forEach(service -> addService(variables, service));
        }
        addApiServer(variables, surroundings.network());
        spec.put("enableServiceLinks", false);
        for (ObjectNode container : Containers.of(spec)) {
            prepend(container, variables);
            Containers.dropRepeats(container, "env", "name");
        }
    }

    private static void addApiServer(Map<String, String> variables, TenantNetwork network) {
        if (network.apiHost().isEmpty()) {
            return;
        }
        add(
                variables,
                "KUBERNETES",
                network.apiHost(),
                List.of(new Port("https", network.apiPort(), "TCP")));
    }

    private static void addService(Map<String, String> variables, ApiObject service) {
        String ip = service.text("spec", "clusterIP");
        boolean isApiServer =
                service.name().equals("kubernetes") && service.namespace().equals("default");
        if (ip.isEmpty() || ip.equals("None") || isApiServer) {
            return;
        }
        List<Port> ports = service.elements("spec", "ports").stream().map(Port::of).toList();
        if (!ports.isEmpty()) {
            add(variables, word(service.name()), ip, ports);
        }
    }

    private static void add(
            Map<String, String> variables, String name, String ip, List<Port> ports) {
        Port first = ports.getFirst();
        variables.put(name + "_SERVICE_HOST", ip);
        variables.put(name + "_SERVICE_PORT", String.valueOf(first.number()));
        variables.put(name + "_PORT", first.url(ip));
        for (Port port : ports) {
            if (!port.name().isEmpty()) {
                variables.put(
                        name + "_SERVICE_PORT_" + word(port.name()), String.valueOf(port.number()));
            }
            String prefix = name + "_PORT_" + port.number() + "_" + port.protocol();
            variables.put(prefix, port.url(ip));
            variables.put(prefix + "_PROTO", port.protocol().toLowerCase(Locale.ROOT));
            variables.put(prefix + "_PORT", String.valueOf(port.number()));
            variables.put(prefix + "_ADDR", ip);
        }
    }

    private static void prepend(ObjectNode container, Map<String, String> variables) {
        Set<String> own = new HashSet<>();
        JsonNode env = container.path("env");
        env.forEach(variable -> own.add(variable.path("name").asText()));
        ArrayNode whole = container.arrayNode();
        variables.forEach(
                (name, value) -> {
                    if (!own.contains(name)) {
                        whole.addObject().put("name", name).put("value", value);
                    }
                });
        env.forEach(whole::add);
        container.set("env", whole);
    }

    private static String word(String name) {
        return name.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private record Port(String name, int number, String protocol) {

        static Port of(JsonNode port) {
            return new Port(
                    port.path("name").asText(""),
                    port.path("port").asInt(),
                    port.path("protocol").asText("TCP"));
        }

        String url(String ip) {
            String host = ip.contains(":") ? "[" + ip + "]" : ip;
            return protocol.toLowerCase(Locale.ROOT) + "://" + host + ":" + number;
        }
    }
}
