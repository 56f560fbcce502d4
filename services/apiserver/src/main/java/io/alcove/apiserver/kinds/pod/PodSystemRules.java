package io.alcove.apiserver.kinds.pod;

import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.List;

/** spec.os, and the fields that one system has and the other has not. */
final class PodSystemRules {

    private static final List<String> SYSTEMS = List.of("linux", "windows");
    private static final String NOT_WINDOWS = "cannot be set for a windows pod";
    private static final String NOT_LINUX = "windows options cannot be set for a linux pod";

    /** In upstream's order; those that are fields of spec say so by their slash. */
    private static final List<String> OF_POD =
            List.of(
                    "appArmorProfile",
                    "seLinuxOptions",
                    "/hostUsers",
                    "/hostPID",
                    "/hostIPC",
                    "seccompProfile",
                    "fsGroup",
                    "fsGroupChangePolicy",
                    "sysctls",
                    "/shareProcessNamespace",
                    "runAsUser",
                    "runAsGroup",
                    "supplementalGroups",
                    "supplementalGroupsPolicy",
                    "seLinuxChangePolicy");

    private static final List<String> OF_CONTAINER =
            List.of(
                    "appArmorProfile",
                    "seLinuxOptions",
                    "seccompProfile",
                    "capabilities",
                    "readOnlyRootFilesystem",
                    "privileged",
                    "allowPrivilegeEscalation",
                    "procMount",
                    "runAsUser",
                    "runAsGroup");

    private PodSystemRules() {}

    static void check(Inspection spec) {
        Inspection system = spec.field("os");
        if (!system.isPresent()) {
            return;
        }
        Inspection name = system.field("name");
        if (!name.required()) {
            return;
        }
        switch (name.text()) {
            case "linux" -> linux(spec);
            case "windows" -> windows(spec);
            default -> system.holding(name.node()).notSupported(SYSTEMS);
        }
    }

    private static void linux(Inspection spec) {
        noWindowsOptions(spec.field("securityContext"));
        ContainerLists.visit(spec, c -> noWindowsOptions(c.field("securityContext")));
    }

    private static void noWindowsOptions(Inspection context) {
        if (context.field("windowsOptions").isPresent()) {
            context.field("windowsOptions").forbidden(NOT_LINUX);
        }
    }

    private static void windows(Inspection spec) {
        Inspection context = spec.field("securityContext");
        for (String field : OF_POD) {
            forbid(field.startsWith("/") ? spec.field(field.substring(1)) : context.field(field));
        }
        ContainerLists.visit(
                spec,
                container ->
                        OF_CONTAINER.forEach(
                                field -> forbid(container.field("securityContext").field(field))));
    }

    private static void forbid(Inspection field) {
        boolean host = field.name().equals("hostPID") || field.name().equals("hostIPC");
        if (host ? field.isTrue() : field.isPresent()) {
            field.forbidden(NOT_WINDOWS);
        }
    }
}
