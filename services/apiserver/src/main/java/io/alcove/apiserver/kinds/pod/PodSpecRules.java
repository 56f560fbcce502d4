package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import java.util.List;
import java.util.Map;

/** spec of a pod, or of the template of one. */
final class PodSpecRules {

    private static final List<String> RESTART = List.of("Always", "OnFailure", "Never");
    private static final List<String> DNS =
            List.of("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None");
    private static final List<String> PREEMPTION = List.of("PreemptLowerPriority", "Never");
    private static final int MAX_HOSTNAME_OVERRIDE = 64;

    private PodSpecRules() {}

    /**
     * @param podName of the pod; empty for a template
     */
    static void check(Inspection spec, boolean isPod, String podName, boolean isMirror) {
        Inspection grace = spec.field("terminationGracePeriodSeconds");
        if (!grace.isPresent()) {
            grace.missing();
        }
        Map<String, JsonNode> volumes = VolumeRules.check(spec.field("volumes"), podName, isPod);
        PodScope scope = PodScope.of(spec.node(), isPod, volumes);
        ResourceClaimRules.check(spec.field("resourceClaims"), isMirror);
        ContainerLists.check(spec, scope);
        PodResourceRules.check(spec, scope);
        hostPorts(spec, isPod);
        spec.field("restartPolicy").requiredOneOf(RESTART);
        spec.field("dnsPolicy").requiredOneOf(DNS);
        LabelRules.labels(spec.field("nodeSelector"));
        PodSecurityRules.check(spec);
        AffinityRules.check(spec.field("affinity"));
        DnsRules.check(spec.field("dnsConfig"), spec.field("dnsPolicy").is("None"));
        GateRules.readiness(spec.field("readinessGates"));
        GateRules.scheduling(spec.field("schedulingGates"));
        SpreadRules.check(spec.field("topologySpreadConstraints"));
        HostProcessRules.check(spec);
        hostUsers(spec);
        hostnameOverride(spec);
        names(spec);
        PodSystemRules.check(spec);
        EnvFileRules.check(spec);
    }

    private static void names(Inspection spec) {
        spec.field("serviceAccountName").conforms(Names::dns1123Subdomain);
        spec.field("nodeName").conforms(Names::dns1123Subdomain);
        Inspection deadline = spec.field("activeDeadlineSeconds");
        if (deadline.isPresent()) {
            deadline.inRange(1, Integer.MAX_VALUE);
        }
        spec.field("hostname").conforms(Names::dns1123Label);
        spec.field("subdomain").conforms(Names::dns1123Label);
        TolerationRules.check(spec.field("tolerations"));
        DnsRules.hostAliases(spec.field("hostAliases"));
        spec.field("priorityClassName").conforms(Names::dns1123Subdomain);
        Inspection runtimeClass = spec.field("runtimeClassName");
        if (runtimeClass.isPresent()) {
            runtimeClass.checked(Names::dns1123Subdomain);
        }
        Inspection preemption = spec.field("preemptionPolicy");
        if (preemption.isPresent()) {
            preemption.requiredOneOf(PREEMPTION);
        }
        if (spec.field("overhead").isPresent()) {
            RequirementRules.overhead(spec.field("overhead"));
        }
    }

    private static void hostPorts(Inspection spec, boolean isPod) {
        if (!spec.field("hostNetwork").isTrue()) {
            return;
        }
        spec.field("containers")
                .each(container -> container.field("ports").each(port -> hostPort(port, isPod)));
    }

    private static void hostPort(Inspection port, boolean isPod) {
        Inspection hostPort = port.field("hostPort");
        long number = hostPort.number();
        if ((isPod || number != 0) && number != port.field("containerPort").number()) {
            hostPort.invalid(number, "must match `containerPort` when `hostNetwork` is true");
        }
    }

    private static void hostUsers(Inspection spec) {
        if (!spec.field("hostUsers").isFalse()) {
            return;
        }
        String why = "when `hostUsers` is false";
        forbidIf(spec, "hostNetwork", "hostNetwork", why);
        forbidIf(spec, "hostPID", "HostPID", why);
        forbidIf(spec, "hostIPC", "HostIPC", why);
        ContainerLists.visit(
                spec,
                container -> {
                    if (container.field("volumeDevices").size() > 0) {
                        container.field("volumeDevices").forbidden(why);
                    }
                });
    }

    private static void forbidIf(Inspection spec, String field, String reported, String why) {
        if (spec.field(field).isTrue()) {
            spec.field(reported).forbidden(why);
        }
    }

    private static void hostnameOverride(Inspection spec) {
        Inspection override = spec.field("hostnameOverride");
        if (!override.isPresent()) {
            return;
        }
        if (spec.field("setHostnameAsFQDN").isTrue()) {
            override.forbidden("may not be specified when setHostnameAsFQDN is true");
        }
        if (spec.field("hostNetwork").isTrue()) {
            override.forbidden("may not be specified when hostNetwork is true");
        }
        if (override.text().length() > MAX_HOSTNAME_OVERRIDE) {
            override.tooLong(MAX_HOSTNAME_OVERRIDE);
        }
        override.checked(Names::dns1123Subdomain);
    }
}
