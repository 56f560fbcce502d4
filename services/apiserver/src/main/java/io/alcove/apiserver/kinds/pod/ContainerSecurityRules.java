package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.List;

/** securityContext of a container. */
final class ContainerSecurityRules {

    private static final List<String> PROC_MOUNTS = List.of("Default", "Unmasked");

    private ContainerSecurityRules() {}

    static void check(Inspection context, boolean hostUsers) {
        if (!context.isPresent()) {
            return;
        }
        SecurityParts.id(context.field("runAsUser"));
        SecurityParts.id(context.field("runAsGroup"));
        Inspection procMount = context.field("procMount");
        procMount.oneOf(PROC_MOUNTS);
        if (hostUsers && procMount.is("Unmasked")) {
            procMount.invalid("`hostUsers` must be false to use `Unmasked`");
        }
        SecurityParts.seccomp(context.field("seccompProfile"));
        if (context.field("allowPrivilegeEscalation").isFalse()) {
            noEscalation(context);
        }
        WindowsOptions.check(context.field("windowsOptions"));
        SecurityParts.appArmor(context.field("appArmorProfile"));
    }

    private static void noEscalation(Inspection context) {
        if (context.field("privileged").isTrue()) {
            context.invalid(
                    context.structs().of("core.SecurityContext", context.node()),
                    "cannot set `allowPrivilegeEscalation` to false and `privileged` to true");
        }
        for (JsonNode capability : context.node().path("capabilities").path("add")) {
            if (capability.asText("").equals("CAP_SYS_ADMIN")) {
                context.invalid(
                        context.structs().of("core.SecurityContext", context.node()),
                        "cannot set `allowPrivilegeEscalation` to false and `capabilities.Add` CAP_SYS_ADMIN");
            }
        }
    }
}
