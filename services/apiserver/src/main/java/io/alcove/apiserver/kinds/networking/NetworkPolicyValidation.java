package io.alcove.apiserver.kinds.networking;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.IpRules;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** NetworkPolicies. */
public final class NetworkPolicyValidation implements Validation {

    private static final List<String> PROTOCOLS = List.of("TCP", "UDP", "SCTP");
    private static final List<String> TYPES = List.of("Ingress", "Egress");

    @Override
    public void check(Inspection policy) {
        check(policy.field("spec"), Set.of());
    }

    @Override
    public void checkUpdate(Inspection policy, ApiObject old) {
        Set<String> kept = new HashSet<>();
        for (String list : List.of("ingress", "egress")) {
            for (JsonNode rule : old.at("spec", list)) {
                for (JsonNode peer : rule.path(list.equals("ingress") ? "from" : "to")) {
                    kept.add(peer.path("ipBlock").path("cidr").asText(""));
                    peer.path("ipBlock").path("except").forEach(e -> kept.add(e.asText("")));
                }
            }
        }
        check(policy.field("spec"), kept);
    }

    private static void check(Inspection spec, Set<String> kept) {
        LabelRules.selector(spec.field("podSelector"));
        spec.field("ingress").each(rule -> rule(rule, "from", kept));
        spec.field("egress").each(rule -> rule(rule, "to", kept));
        Inspection types = spec.field("policyTypes");
        if (types.size() > TYPES.size()) {
            types.invalid("may not specify more than two policyTypes");
        } else {
            types.each(type -> type.supports(TYPES));
        }
    }

    private static void rule(Inspection rule, String peers, Set<String> kept) {
        rule.field("ports").each(NetworkPolicyValidation::port);
        rule.field(peers).each(peer -> peer(peer, kept));
    }

    private static void port(Inspection rule) {
        rule.field("protocol").oneOf(PROTOCOLS);
        Inspection port = rule.field("port");
        Inspection end = rule.field("endPort");
        if (!port.isPresent()) {
            if (end.isPresent()) {
                end.invalid("may not be specified when `port` is not specified");
            }
        } else if (port.node().isTextual()) {
            if (end.isPresent()) {
                end.invalid("may not be specified when `port` is non-numeric");
            }
            port.checked(Names::portName);
        } else {
            port.port();
            if (end.isPresent()) {
                if (end.number() < port.number()) {
                    end.invalid(port.number(), "must be greater than or equal to `port`");
                }
                end.port();
            }
        }
    }

    private static void peer(Inspection peer, Set<String> kept) {
        int peers = 0;
        for (String selector : List.of("podSelector", "namespaceSelector")) {
            if (peer.field(selector).isPresent()) {
                peers++;
                LabelRules.selector(peer.field(selector));
            }
        }
        Inspection block = peer.field("ipBlock");
        if (block.isPresent()) {
            block(block, kept);
            if (peers > 0) {
                peer.forbidden("may not specify both ipBlock and another peer");
            }
        } else if (peers == 0) {
            peer.missing("must specify a peer");
        }
    }

    private static void block(Inspection block, Set<String> kept) {
        Inspection cidr = block.field("cidr");
        if (!cidr.required()) {
            return;
        }
        if (!kept.contains(cidr.text())) {
            IpRules.legacyCidr(cidr);
        }
        if (!IpRules.isCidr(cidr.text())) {
            return;
        }
        block.field("except")
                .each(
                        except -> {
                            if (!kept.contains(except.text())) {
                                IpRules.legacyCidr(except);
                            }
                            if (IpRules.isCidr(except.text())
                                    && !IpRules.isStrictlyInside(except.text(), cidr.text())) {
                                except.invalid("must be a strict subset of `cidr`");
                            }
                        });
    }
}
