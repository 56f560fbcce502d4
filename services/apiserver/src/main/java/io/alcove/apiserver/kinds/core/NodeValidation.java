package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.pod.TolerationRules;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.IpRules;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.Quantities;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Nodes. */
public final class NodeValidation implements Validation {

    private static final Pattern FEATURE =
            Pattern.compile("[A-Z][a-zA-Z0-9]*(/[a-zA-Z][a-zA-Z0-9]*)*");
    private static final int MAX_FEATURE = 253;

    @Override
    public void check(Inspection node) {
        taints(node);
        resources(node);
        features(node.at("status", "declaredFeatures"));
        cidrs(node.at("spec", "podCIDRs"));
    }

    /** Upstream tells of them as if they were part of the metadata. */
    private static void taints(Inspection node) {
        JsonNode taints = node.node().path("spec").path("taints");
        Set<String> seen = new HashSet<>();
        node.field("metadata")
                .field("taints", taints)
                .each(
                        taint -> {
                            LabelRules.key(taint.field("key"));
                            List<String> problems = LabelNames.value(taint.field("value").text());
                            if (!problems.isEmpty()) {
                                taint.field("value").invalid(String.join(";", problems));
                            }
                            TolerationRules.taintEffect(taint.field("effect"));
                            String key =
                                    taint.field("effect").text() + " " + taint.field("key").text();
                            if (!seen.add(key)) {
                                taint.add(repeated(taint));
                            }
                        });
    }

    private static StatusCause repeated(Inspection taint) {
        StatusCause cause =
                StatusCause.duplicate(taint.path(), taint.structs().of("core.Taint", taint.node()));
        return new StatusCause(
                cause.reason(),
                cause.message() + ": taints must be unique by key and effect pair",
                cause.field());
    }

    private static void resources(Inspection node) {
        for (String list : List.of("capacity", "allocatable")) {
            Inspection amounts = node.at("status", list);
            for (String key : amounts.keys()) {
                Quantities.ofResource(key, amounts.field(key));
            }
        }
    }

    private static void features(Inspection features) {
        String previous = "";
        for (Inspection feature : features.elements()) {
            String name = feature.text();
            if (name.length() > MAX_FEATURE) {
                feature.invalid(
                        "invalid feature name \"%s\": must be no more than 253 characters"
                                .formatted(name));
            } else if (!FEATURE.matcher(name).matches()) {
                feature.invalid(
                        "invalid feature name \"%s\": must start with an UpperCamelCase segment, with subsequent segments separated by '/' (e.g., MyFeature or MyFeature/mySubFeature), and contain only alphanumeric characters and slashes"
                                .formatted(name));
            }
            if (feature.index() > 0 && previous.equals(name)) {
                feature.duplicate();
            } else if (feature.index() > 0 && previous.compareTo(name) > 0) {
                feature.invalid("list must be sorted alphabetically");
            }
            previous = name;
        }
    }

    private static void cidrs(Inspection cidrs) {
        int v6 = 0;
        boolean valid = true;
        for (Inspection cidr : cidrs.elements()) {
            valid &= IpRules.legacyCidr(cidr);
            v6 += IpRules.isV6Cidr(cidr.text()) ? 1 : 0;
        }
        boolean dual = v6 > 0 && v6 < cidrs.size();
        if (cidrs.size() > 1 && valid && (!dual || cidrs.size() > 2)) {
            cidrs.invalid("may specify no more than one CIDR for each IP family");
        }
    }

    @Override
    public void checkUpdate(Inspection node, ApiObject old) {
        resources(node);
        features(node.at("status", "declaredFeatures"));
        addresses(node.at("status", "addresses"));
        Inspection cidrs = node.at("spec", "podCIDRs");
        if (!old.at("spec", "podCIDRs").isEmpty() && !cidrs.isSame(old.at("spec", "podCIDRs"))) {
            cidrs.forbidden("node updates may not change podCIDR except from \"\" to valid");
        }
        Inspection provider = node.at("spec", "providerID");
        String before = old.text("spec", "providerID");
        if (!before.isEmpty() && !provider.is(before)) {
            provider.forbidden("node updates may not change providerID except from \"\" to valid");
        }
        taints(node);
        if (!node.at("spec", "externalID").is(old.text("spec", "externalID"))) {
            node.at("spec", "externalID").forbidden("may not be updated");
        }
    }

    private static void addresses(Inspection addresses) {
        Set<String> seen = new HashSet<>();
        addresses.each(
                address -> {
                    String key =
                            address.field("type").text() + " " + address.field("address").text();
                    if (!seen.add(key)) {
                        address.duplicate(address.structs().of("core.NodeAddress", address.node()));
                    }
                });
    }

    @Override
    public void checkStatus(Inspection node, ApiObject old) {
        checkUpdate(node, old);
    }
}
