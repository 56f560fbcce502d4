package io.alcove.apiserver.kinds.networking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.IpRules;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;

/** Ingresses. */
public final class IngressValidation implements Validation {

    private static final String CLASS = "kubernetes.io/ingress.class";
    private static final List<String> PATH_TYPES =
            List.of("Exact", "ImplementationSpecific", "Prefix");
    private static final List<String> NOT_IN_PATH = List.of("//", "/./", "/../", "%2f", "%2F");
    private static final List<String> NOT_AT_END = List.of("/..", "/.");

    @Override
    public void check(Inspection ingress) {
        spec(ingress.field("spec"));
        JsonNode annotation = ingress.node().path("metadata").path("annotations").path(CLASS);
        Inspection name = ingress.at("spec", "ingressClassName");
        if (annotation.isTextual() && name.isPresent() && !name.is(annotation.textValue())) {
            ingress.field("annotations")
                    .field(CLASS, annotation)
                    .invalid("must match `ingressClassName` when both are specified");
        }
    }

    @Override
    public void checkUpdate(Inspection ingress, ApiObject old) {
        spec(ingress.field("spec"));
    }

    private static void spec(Inspection spec) {
        Inspection rules = spec.field("rules");
        Inspection backend = spec.field("defaultBackend");
        if (rules.size() == 0 && !backend.isPresent()) {
            spec.holding(rules.node())
                    .invalidAs("lr", "either `defaultBackend` or `rules` must be specified");
        }
        if (backend.isPresent()) {
            backend(backend);
        }
        rules.each(IngressValidation::rule);
        spec.field("tls").each(IngressValidation::tls);
        Inspection name = spec.field("ingressClassName");
        if (name.isPresent()) {
            name.checked(Names::dns1123Subdomain);
        }
    }

    private static void tls(Inspection tls) {
        tls.field("hosts").each(IngressValidation::host);
        tls.field("secretName").conforms(Names::dns1123Subdomain);
    }

    private static void host(Inspection host) {
        if (host.text().contains("*")) {
            host.checked(Names::wildcardDns1123Subdomain);
        } else {
            host.checked(Names::dns1123Subdomain);
        }
    }

    private static void rule(Inspection rule) {
        Inspection host = rule.field("host");
        if (host.isGiven()) {
            if (IpRules.isIp(host.text())) {
                host.invalid("must be a DNS name, not an IP address");
            }
            host(host);
        }
        Inspection http = rule.field("http");
        if (http.isPresent()) {
            http.field("paths").required();
            http.field("paths").each(IngressValidation::path);
        }
    }

    private static void path(Inspection path) {
        Inspection type = path.field("pathType");
        if (!type.isPresent()) {
            type.missing("pathType must be specified");
            return;
        }
        Inspection text = path.field("path");
        switch (type.text()) {
            case "Exact", "Prefix" -> {
                absolute(text);
                sequences(text);
            }
            case "ImplementationSpecific" -> {
                if (text.isGiven()) {
                    absolute(text);
                }
            }
            default -> type.notSupported(PATH_TYPES);
        }
        backend(path.field("backend"));
    }

    private static void absolute(Inspection path) {
        if (!path.text().startsWith("/")) {
            path.invalid(path.text(), "must be an absolute path");
        }
    }

    private static void sequences(Inspection path) {
        for (String sequence : NOT_IN_PATH) {
            if (path.text().contains(sequence)) {
                path.invalid("must not contain '" + sequence + "'");
            }
        }
        for (String suffix : NOT_AT_END) {
            if (path.text().endsWith(suffix)) {
                path.invalid("cannot end with '" + suffix + "'");
            }
        }
    }

    private static void backend(Inspection backend) {
        Inspection resource = backend.field("resource");
        Inspection service = backend.field("service");
        if (resource.isPresent() && service.isPresent()) {
            backend.invalid("", "cannot set both resource and service backends");
        } else if (resource.isPresent()) {
            ReferenceRules.typed(resource);
        } else if (service.isPresent()) {
            service.field("name").requiredAs(Names::dns1123Label);
            port(backend, service.field("port"));
        } else {
            backend.invalid("", "resource or service backend is required");
        }
    }

    private static void port(Inspection backend, Inspection port) {
        Inspection name = port.field("name");
        Inspection number = port.field("number");
        boolean numbered = number.number() != 0;
        if (name.isGiven() && numbered) {
            backend.invalid("", "cannot set both port name & port number");
        } else if (name.isGiven()) {
            name.checked(Names::portName);
        } else if (numbered) {
            number.port();
        } else {
            backend.missing("port name or number is required");
        }
    }

    @Override
    public void checkStatus(Inspection ingress, ApiObject old) {
        ArrayNode kept = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : old.at("status", "loadBalancer", "ingress")) {
            kept.add(TextNode.valueOf(each.path("ip").asText("")));
        }
        ingress.at("status", "loadBalancer", "ingress")
                .each(
                        each -> {
                            if (each.field("ip").isGiven()) {
                                IpRules.legacyIp(each.field("ip"), kept);
                            }
                            Inspection hostname = each.field("hostname");
                            if (hostname.isGiven()) {
                                hostname.checked(Names::dns1123Subdomain);
                                if (IpRules.isIp(hostname.text())) {
                                    hostname.invalid("must be a DNS name, not an IP address");
                                }
                            }
                        });
    }
}
