package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Refuses by name what is not carried to the host, and what only an operator may open. */
final class PodRestrictions implements PodRewrite {

    private static final List<String> UNSUPPORTED_FIELDS =
            List.of("resourceClaims", "workloadRef", "schedulingGroup", "hostnameOverride");

    private static final Set<String> UNSUPPORTED_SOURCES =
            Set.of("clusterTrustBundle", "podCertificate");

    private static final List<String> HOST_NAMESPACES =
            List.of("hostNetwork", "hostPID", "hostIPC");

    private final boolean hostAccess;

    PodRestrictions(boolean hostAccess) {
        this.hostAccess = hostAccess;
    }

    @Override
    public void rewrite(ObjectNode spec, ApiObject virtualPod, PodSurroundings surroundings) {
        Set<String> unsupported = unsupported(spec);
        if (!unsupported.isEmpty()) {
            throw new UnsupportedException(
                    "not supported by this cluster: " + String.join(", ", unsupported));
        }
        if (!hostAccess) {
            Set<String> forbidden = hostAccess(spec);
            if (!forbidden.isEmpty()) {
                throw new UnsupportedException(
                        "access to the node is not open in this cluster: "
                                + String.join(", ", forbidden));
            }
        }
    }

    private static Set<String> unsupported(ObjectNode spec) {
        Set<String> fields = new TreeSet<>();
        for (String field : UNSUPPORTED_FIELDS) {
            if (!spec.path(field).isMissingNode() && !spec.path(field).isEmpty()) {
                fields.add("spec." + field);
            }
        }
        if (spec.path("setHostnameAsFQDN").asBoolean()) {
            fields.add("spec.setHostnameAsFQDN");
        }
        for (JsonNode volume : spec.path("volumes")) {
            if (volume.has("ephemeral")) {
                fields.add("spec.volumes[].ephemeral");
            }
            for (JsonNode source : volume.path("projected").path("sources")) {
                UNSUPPORTED_SOURCES.stream()
                        .filter(source::has)
                        .forEach(name -> fields.add("spec.volumes[].projected.sources[]." + name));
            }
        }
        return fields;
    }

    private static Set<String> hostAccess(ObjectNode spec) {
        Set<String> fields = new TreeSet<>();
        for (String field : HOST_NAMESPACES) {
            if (spec.path(field).asBoolean()) {
                fields.add("spec." + field);
            }
        }
        for (JsonNode volume : spec.path("volumes")) {
            if (volume.has("hostPath")) {
                fields.add("spec.volumes[].hostPath");
            }
        }
        for (ObjectNode container : Containers.of(spec)) {
            if (container.path("securityContext").path("privileged").asBoolean()) {
                fields.add("spec.containers[].securityContext.privileged");
            }
            for (JsonNode port : container.path("ports")) {
                if (port.path("hostPort").asInt() > 0) {
                    fields.add("spec.containers[].ports[].hostPort");
                }
            }
        }
        return fields;
    }
}
