package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.IpRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** clusterIPs and ipFamilies of a Service. */
final class ServiceAddressRules {

    private static final List<String> FAMILIES = List.of("IPv4", "IPv6");
    private static final List<String> POLICIES =
            List.of("PreferDualStack", "RequireDualStack", "SingleStack");
    private static final String SET = "may not change once set";

    private ServiceAddressRules() {}

    static void check(Inspection spec, JsonNode kept) {
        if (spec.field("type").is("ExternalName")) {
            return;
        }
        Inspection ips = spec.field("clusterIPs");
        first(spec.field("clusterIP").text(), ips);
        families(spec.field("ipFamilies"));
        spec.field("ipFamilyPolicy").oneOf(POLICIES);
        boolean valid = true;
        for (Inspection ip : ips.elements()) {
            if (ip.index() > 0 || !ip.is("None")) {
                valid &= IpRules.legacyIp(ip, kept);
            } else if (ips.size() > 1) {
                valid = false;
                ips.invalid("'None' must be the first and only value");
            }
        }
        if (ips.size() > 2) {
            ips.invalid("may only hold up to 2 values");
        }
        if (valid) {
            match(spec, ips);
        }
    }

    private static void first(String ip, Inspection ips) {
        if (ip.isEmpty()) {
            if (ips.size() > 0) {
                ips.invalid("must be empty when `clusterIP` is not specified");
            }
        } else if (ips.size() == 0) {
            ips.missing();
        } else if (!ips.element(0).is(ip)) {
            ips.invalid("first value must match `clusterIP`");
        }
    }

    private static void families(Inspection families) {
        Set<String> seen = new HashSet<>();
        families.each(
                family -> {
                    family.supports(FAMILIES);
                    if (!seen.add(family.text())) {
                        family.duplicate();
                    }
                });
    }

    private static void match(Inspection spec, Inspection ips) {
        int v6 = 0;
        for (JsonNode ip : ips.node()) {
            v6 += IpRules.isV6(ip.asText("")) ? 1 : 0;
        }
        if (ips.size() > 1 && (v6 == 0 || v6 == ips.size())) {
            ips.invalid("may specify no more than one IP for each IP family");
        }
        if (ServiceValidation.isHeadless(spec)) {
            return;
        }
        Inspection families = spec.field("ipFamilies");
        for (int i = 0; i < ips.size() && i < families.size(); i++) {
            boolean isV6 = IpRules.isV6(ips.element(i).text());
            String family = families.element(i).text();
            if (family.equals(isV6 ? "IPv4" : "IPv6")) {
                ips.element(i)
                        .invalid(
                                "expected an %s value as indicated by `ipFamilies[%d]`"
                                        .formatted(family, i));
            }
        }
    }

    static void checkUpdate(Inspection spec, JsonNode old) {
        if (spec.field("type").is("ExternalName")
                || old.path("type").asText("").equals("ExternalName")) {
            return;
        }
        boolean headless = ServiceValidation.isHeadless(spec);
        boolean wasHeadless = ServiceValidation.isHeadless(Inspection.trial(old));
        if (!(headless && wasHeadless)) {
            ips(spec, old.path("clusterIPs"));
        }
        if (!headless && !wasHeadless) {
            families(spec, old.path("ipFamilies"));
        }
    }

    private static void ips(Inspection spec, JsonNode old) {
        Inspection ips = spec.field("clusterIPs");
        if (old.size() == ips.size()) {
            for (int i = 0; i < old.size(); i++) {
                if (!ips.element(i).isSame(old.get(i))) {
                    told(ips, i, ips, SET);
                }
            }
            return;
        }
        if (ips.size() == 0) {
            told(ips, 0, ips, "primary clusterIP can not be unset");
        } else if (!old.isEmpty() && !ips.element(0).isSame(old.get(0))) {
            told(ips, 0, ips, SET);
        }
        if (old.size() > ips.size() && ips.size() == 1) {
            single(spec, "clusterIP");
        }
    }

    private static void families(Inspection spec, JsonNode old) {
        Inspection families = spec.field("ipFamilies");
        Inspection ips = spec.field("clusterIPs");
        if (old.size() == families.size()) {
            for (int i = 0; i < old.size(); i++) {
                if (!families.element(i).isSame(old.get(i))) {
                    told(families, 0, families, SET);
                }
            }
            return;
        }
        if (old.size() > families.size() && ips.size() == 0) {
            told(families, 0, families, "primary ipFamily can not be unset");
        }
        if (families.size() > 0 && !old.isEmpty() && !families.element(0).isSame(old.get(0))) {
            told(families, 0, ips, SET);
        }
        if (old.size() > families.size() && families.size() == 1) {
            single(spec, "ipFamily");
        }
    }

    private static void single(Inspection spec, String what) {
        Inspection policy = spec.field("ipFamilyPolicy");
        if (!policy.is("SingleStack")) {
            policy.invalid("must be set to 'SingleStack' when releasing the secondary " + what);
        }
    }

    /** Upstream shows the whole list of an element, and of families that of addresses. */
    private static void told(Inspection list, int index, Inspection shown, String detail) {
        list.element(index).holding(shown.node()).invalidAs("ls", detail);
    }
}
