package io.alcove.apimachinery.table;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** The rows of services and what stands around them. */
final class ServiceCells {

    private static final String DEFAULT_CLASS = "ingressclass.kubernetes.io/is-default-class";
    private static final int SHOWN = 3;

    private ServiceCells() {}

    static void service(Cells row) {
        ApiObject service = row.object();
        row.name().text(service.text("spec", "type"));
        row.text(service.at("spec", "clusterIPs").path(0).asText(Texts.NONE));
        row.text(externalIp(service));
        row.text(Texts.orElse(servicePorts(service.at("spec", "ports")), Texts.NONE)).age();
        row.text(Texts.labels(service.at("spec", "selector")));
    }

    static void endpoints(Cells row) {
        row.name().text(endpointsText(row.object().at("subsets"))).age();
    }

    static void endpointSlice(Cells row) {
        ApiObject slice = row.object();
        List<String> ports = new ArrayList<>();
        for (JsonNode port : slice.at("ports")) {
            String name = port.path("name").asText("*");
            ports.add(port.path("port").isNumber() ? port.path("port").asText() : name);
        }
        List<String> addresses = new ArrayList<>();
        for (JsonNode endpoint : slice.at("endpoints")) {
            endpoint.path("addresses").forEach(address -> addresses.add(address.asText()));
        }
        row.name().text(slice.text("addressType"));
        row.text(Texts.firstOf(ports)).text(Texts.firstOf(addresses)).age();
    }

    static void ingress(Cells row) {
        ApiObject ingress = row.object();
        row.name().text(Texts.NONE, "spec", "ingressClassName");
        row.text(hosts(ingress.at("spec", "rules")));
        row.text(loadBalancer(ingress));
        row.text(ingress.at("spec", "tls").isEmpty() ? "80" : "80, 443").age();
    }

    static void ingressClass(Cells row) {
        ApiObject ingressClass = row.object();
        boolean isDefault = ingressClass.annotation(DEFAULT_CLASS).orElse("").equals("true");
        row.text(ingressClass.name() + (isDefault ? " (default)" : ""));
        row.text(ingressClass.text("spec", "controller"));
        row.text(parameters(ingressClass.at("spec", "parameters"))).age();
    }

    static void networkPolicy(Cells row) {
        JsonNode selector = row.object().at("spec", "podSelector");
        row.name().text(selector.isObject() ? Texts.selector(selector) : Texts.NONE).age();
    }

    static void serviceCidr(Cells row) {
        row.name().text(Texts.join(row.object().at("spec", "cidrs"))).age();
    }

    static void ipAddress(Cells row) {
        row.name().text(parent(row.object().at("spec", "parentRef"))).age();
    }

    private static String externalIp(ApiObject service) {
        String external = Texts.join(service.at("spec", "externalIPs"));
        return switch (service.text("spec", "type")) {
            case "ClusterIP", "NodePort" -> Texts.orElse(external, Texts.NONE);
            case "LoadBalancer" -> {
                String balancer = loadBalancer(service);
                String between = balancer.isEmpty() || external.isEmpty() ? "" : ",";
                yield Texts.orElse(balancer + between + external, "<pending>");
            }
            case "ExternalName" -> service.text("spec", "externalName");
            default -> "<unknown>";
        };
    }

    private static String loadBalancer(ApiObject object) {
        TreeSet<String> addresses = new TreeSet<>();
        for (JsonNode ingress : object.at("status", "loadBalancer", "ingress")) {
            String host = ingress.path("hostname").asText("");
            String address = Texts.orElse(ingress.path("ip").asText(""), host);
            if (!address.isEmpty()) {
                addresses.add(address);
            }
        }
        return String.join(",", addresses);
    }

    private static String servicePorts(JsonNode ports) {
        List<String> texts = new ArrayList<>();
        for (JsonNode port : ports) {
            long nodePort = port.path("nodePort").asLong();
            String node = nodePort > 0 ? ":" + nodePort : "";
            texts.add(port.path("port").asLong() + node + "/" + port.path("protocol").asText());
        }
        return String.join(",", texts);
    }

    private static String endpointsText(JsonNode subsets) {
        if (subsets.isEmpty()) {
            return Texts.NONE;
        }
        List<String> shown = new ArrayList<>();
        for (JsonNode subset : subsets) {
            if (subset.path("ports").isEmpty()) {
                subset.path("addresses").forEach(a -> shown.add(a.path("ip").asText()));
            }
            for (JsonNode port : subset.path("ports")) {
                for (JsonNode address : subset.path("addresses")) {
                    shown.add(hostPort(address.path("ip").asText(), port.path("port").asText()));
                }
            }
        }
        return Texts.firstOf(shown.subList(0, Math.min(SHOWN, shown.size())), shown.size());
    }

    private static String hostPort(String host, String port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    /** Counts rules, not hosts, as upstream does. */
    private static String hosts(JsonNode rules) {
        List<String> hosts = new ArrayList<>();
        for (JsonNode rule : rules) {
            String host = rule.path("host").asText("");
            if (hosts.size() == SHOWN) {
                return Texts.firstOf(hosts, rules.size());
            }
            if (!host.isEmpty()) {
                hosts.add(host);
            }
        }
        return hosts.isEmpty() ? "*" : String.join(",", hosts);
    }

    private static String parameters(JsonNode parameters) {
        if (!parameters.isObject()) {
            return Texts.NONE;
        }
        String group = parameters.has("apiGroup") ? "." + parameters.path("apiGroup").asText() : "";
        return parameters.path("kind").asText() + group + "/" + parameters.path("name").asText();
    }

    private static String parent(JsonNode parent) {
        if (!parent.isObject()) {
            return Texts.NONE;
        }
        String group = parent.path("group").asText("");
        String resource = parent.path("resource").asText("") + (group.isEmpty() ? "" : "." + group);
        String namespace = parent.path("namespace").asText("");
        return resource.toLowerCase(Locale.ROOT)
                + (namespace.isEmpty() ? "" : "/" + namespace)
                + "/"
                + parent.path("name").asText("");
    }
}
