package io.alcove.apiserver.kinds.networking;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.IpRules;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.PortRules;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** EndpointSlices. */
public final class EndpointSliceValidation implements Validation {

    private static final List<String> TYPES = List.of("FQDN", "IPv4", "IPv6");
    private static final int MAX_ENDPOINTS = 1000;
    private static final int MAX_ADDRESSES = 100;
    private static final int MAX_PORTS = 20000;
    private static final int MAX_TOPOLOGY = 16;
    private static final int MAX_HINTS = 8;

    @Override
    public void check(Inspection slice) {
        check(slice, true);
    }

    @Override
    public void checkUpdate(Inspection slice, ApiObject old) {
        check(slice, !slice.field("endpoints").isSame(old.at("endpoints")));
        slice.field("addressType").immutable(old.at("addressType"), "s");
    }

    private static void check(Inspection slice, boolean endpointsChanged) {
        slice.field("addressType").requiredOneOf(TYPES);
        ports(slice.field("ports"));
        Inspection endpoints = slice.field("endpoints");
        if (endpointsChanged && !tooMany(endpoints, MAX_ENDPOINTS)) {
            String type = slice.field("addressType").text();
            endpoints.each(endpoint -> endpoint(endpoint, type));
        }
    }

    private static boolean tooMany(Inspection list, int limit) {
        if (list.size() <= limit) {
            return false;
        }
        list.add(StatusCause.tooMany(list.path(), list.size(), limit));
        return true;
    }

    private static void ports(Inspection ports) {
        if (tooMany(ports, MAX_PORTS)) {
            return;
        }
        Set<String> names = new HashSet<>();
        ports.each(
                port -> {
                    Inspection name = port.field("name");
                    name.conforms(Names::dns1123Label);
                    if (!names.add(name.text())) {
                        name.duplicate(name.text());
                    }
                    Inspection protocol = port.field("protocol");
                    if (protocol.isPresent()) {
                        protocol.oneOf(PortRules.PROTOCOLS);
                    } else {
                        protocol.missing();
                    }
                    if (port.field("appProtocol").isPresent()) {
                        port.field("appProtocol").checked(LabelNames::key);
                    }
                });
    }

    private static void endpoint(Inspection endpoint, String type) {
        Inspection addresses = endpoint.field("addresses");
        if (addresses.size() == 0) {
            addresses.missing("must contain at least 1 address");
        }
        tooMany(addresses, MAX_ADDRESSES);
        addresses.each(address -> address(addresses, address, type));
        Inspection node = endpoint.field("nodeName");
        if (node.isPresent()) {
            node.checked(Names::dns1123Subdomain);
        }
        Inspection topology = endpoint.field("deprecatedTopology");
        tooMany(topology, MAX_TOPOLOGY);
        LabelRules.labels(topology);
        Inspection hostname = endpoint.field("hostname");
        if (hostname.isPresent()) {
            hostname.checked(Names::dns1123Label);
        }
        hints(endpoint.field("hints"));
    }

    private static void address(Inspection list, Inspection address, String type) {
        switch (type) {
            case "IPv4" -> {
                if (IpRules.legacyIp(address)) {
                    if (IpRules.isV6(address.text())) {
                        list.invalid(address.text(), "must be an IPv4 address");
                    }
                    IpRules.endpointIp(address);
                }
            }
            case "IPv6" -> {
                int before = address.causes().size();
                IpRules.strictIp(address);
                if (address.causes().size() == before) {
                    if (!IpRules.isV6(address.text())) {
                        list.invalid(address.text(), "must be an IPv6 address");
                    }
                    IpRules.endpointIp(address);
                }
            }
            case "FQDN" -> domain(address);
            default -> {}
        }
    }

    private static void domain(Inspection address) {
        String text = address.text();
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (text.isEmpty()) {
            address.missing();
            return;
        }
        List<String> problems = Names.dns1123Subdomain(name);
        if (!problems.isEmpty()) {
            address.invalid(name, String.join(",", problems));
        } else if (name.indexOf('.') < 0) {
            address.invalid(
                    name, "should be a domain with at least two segments separated by dots");
        } else {
            for (String label : name.split("\\.", -1)) {
                List<String> wrong = Names.dns1123Label(label);
                if (!wrong.isEmpty()) {
                    address.invalid(label, String.join(",", wrong));
                    return;
                }
            }
        }
    }

    private static void hints(Inspection hints) {
        if (!hints.isPresent()) {
            return;
        }
        if (hinted(hints.field("forZones"), LabelNames::value)) {
            hinted(hints.field("forNodes"), Names::dns1123Subdomain);
        }
    }

    private static boolean hinted(Inspection list, Function<String, List<String>> check) {
        if (tooMany(list, MAX_HINTS)) {
            return false;
        }
        Set<String> names = new HashSet<>();
        list.each(
                each -> {
                    Inspection name = each.field("name");
                    if (!names.add(name.text())) {
                        name.duplicate(name.text());
                    }
                    name.checked(check);
                });
        return true;
    }
}
