package io.alcove.apiserver.kinds.pod;

import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** spec.securityContext. */
final class PodSecurityRules {

    private static final List<String> GROUP_CHANGE = List.of("Always", "OnRootMismatch");
    private static final List<String> SUPPLEMENTAL = List.of("Merge", "Strict");
    private static final List<String> SELINUX = List.of("Recursive");
    private static final String SYSCTL =
            "([a-z0-9]([-_a-z0-9]*[a-z0-9])?[\\./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?";
    private static final Pattern SYSCTL_NAME = Pattern.compile(SYSCTL);
    private static final int MAX_SYSCTL = 253;

    private PodSecurityRules() {}

    static void check(Inspection spec) {
        Inspection context = spec.field("securityContext");
        if (!context.isPresent()) {
            return;
        }
        SecurityParts.id(context.field("fsGroup"));
        SecurityParts.id(context.field("runAsUser"));
        SecurityParts.id(context.field("runAsGroup"));
        context.field("supplementalGroups").each(SecurityParts::id);
        shareProcesses(spec, context);
        sysctls(spec, context.field("sysctls"));
        context.field("fsGroupChangePolicy").oneOf(GROUP_CHANGE);
        SecurityParts.seccomp(context.field("seccompProfile"));
        WindowsOptions.check(context.field("windowsOptions"));
        SecurityParts.appArmor(context.field("appArmorProfile"));
        context.field("supplementalGroupsPolicy").oneOf(SUPPLEMENTAL);
        context.field("seLinuxChangePolicy").oneOf(SELINUX);
    }

    private static void shareProcesses(Inspection spec, Inspection context) {
        if (spec.field("shareProcessNamespace").isTrue() && spec.field("hostPID").isTrue()) {
            context.field("shareProcessNamespace")
                    .invalid(true, "ShareProcessNamespace and HostPID cannot both be enabled");
        }
    }

    private static void sysctls(Inspection spec, Inspection sysctls) {
        if (sysctls.size() == 0) {
            return;
        }
        Set<String> seen = new HashSet<>();
        sysctls.each(
                sysctl -> {
                    Inspection name = sysctl.field("name");
                    String text = name.text();
                    if (text.isEmpty()) {
                        name.missing();
                    } else if (text.length() > MAX_SYSCTL || !SYSCTL_NAME.matcher(text).matches()) {
                        name.invalid(
                                "must have at most 253 characters and match regex ^"
                                        + SYSCTL
                                        + "$");
                    } else if (seen.contains(text)) {
                        name.duplicate();
                    }
                    ofHost(spec, name);
                    seen.add(text);
                });
    }

    private static void ofHost(Inspection spec, Inspection name) {
        String dotted = Sysctls.dotted(name.text());
        if (spec.field("hostNetwork").isTrue() && Sysctls.isOfNetwork(dotted)) {
            name.invalid("may not be specified when 'hostNetwork' is true");
        } else if (spec.field("hostIPC").isTrue() && Sysctls.isOfIpc(dotted)) {
            name.invalid("may not be specified when 'hostIPC' is true");
        }
    }
}
