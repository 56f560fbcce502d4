package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Points pods that use cluster DNS at the tenant's, with what their dnsConfig adds. */
final class PodDns implements PodRewrite {

    private static final int MAX_NAMESERVERS = 3;
    private static final int MAX_SEARCHES = 32;

    @Override
    public void rewrite(ObjectNode spec, ApiObject virtualPod, PodSurroundings surroundings) {
        if (!usesClusterDns(spec)) {
            return;
        }
        TenantNetwork network = surroundings.network();
        if (network.dnsIp().isEmpty()) {
            // Never the host's cluster DNS, which knows names that are none of the tenant's.
            spec.put("dnsPolicy", "Default");
            return;
        }
        String domain = network.clusterDomain();
        JsonNode asked = spec.path("dnsConfig");
        spec.put("dnsPolicy", "None");
        ObjectNode config = spec.objectNode();
        config.set(
                "nameservers",
                merged(spec, List.of(network.dnsIp()), asked.path("nameservers"), MAX_NAMESERVERS));
        config.set(
                "searches",
                merged(
                        spec,
                        List.of(virtualPod.namespace() + ".svc." + domain, "svc." + domain, domain),
                        asked.path("searches"),
                        MAX_SEARCHES));
        config.set("options", options(spec, asked.path("options")));
        spec.set("dnsConfig", config);
    }

    private static boolean usesClusterDns(ObjectNode spec) {
        return switch (spec.path("dnsPolicy").asText("ClusterFirst")) {
            case "ClusterFirstWithHostNet" -> true;
            case "ClusterFirst" -> !spec.path("hostNetwork").asBoolean();
            default -> false;
        };
    }

    private static ArrayNode merged(ObjectNode spec, List<String> own, JsonNode asked, int limit) {
        Set<String> values = new LinkedHashSet<>(own);
        asked.forEach(value -> values.add(value.asText()));
        ArrayNode list = spec.arrayNode();
        values.stream().limit(limit).forEach(list::add);
        return list;
    }

    private static ArrayNode options(ObjectNode spec, JsonNode asked) {
        Map<String, JsonNode> options = new LinkedHashMap<>();
        options.put("ndots", spec.objectNode().put("name", "ndots").put("value", "5"));
        asked.forEach(option -> options.put(option.path("name").asText(), option));
        return spec.arrayNode().addAll(options.values());
    }
}
