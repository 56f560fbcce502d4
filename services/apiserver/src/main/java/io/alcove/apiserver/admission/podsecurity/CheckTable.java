package io.alcove.apiserver.admission.podsecurity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which checks a level consists of in which version. */
final class CheckTable {

    /** The newest version that changed a check; newer ones are the same. */
    private static final int NEWEST = 35;

    /**
     * @param since the minor version from which on it is so
     */
    private record Version(int since, Check check) {}

    /**
     * @param replaces the baseline check that says less than this one
     */
    private record Rule(String id, Level level, String replaces, List<Version> versions) {

        Optional<Check> at(int minor) {
            return versions.stream()
                    .filter(v -> v.since <= minor)
                    .reduce((_, newer) -> newer)
                    .map(Version::check);
        }
    }

    /** The baseline, then what is restricted beyond it, each sorted by upstream's ids. */
    private static final List<Rule> RULES =
            List.of(
                    baseline("appArmorProfile", v(0, ProfileChecks::appArmor)),
                    baseline("capabilities_baseline", v(0, CapabilityChecks::baseline)),
                    baseline("hostNamespaces", v(0, HostChecks::namespaces)),
                    baseline("hostPathVolumes", v(0, VolumeChecks::hostPath)),
                    baseline("hostPorts", v(0, HostChecks::ports)),
                    baseline("hostProbesAndHostLifecycle", v(34, HostChecks::probes)),
                    baseline("privileged", v(0, PrivilegeChecks::privileged)),
                    baseline(
                            "procMount",
                            v(0, PrivilegeChecks::procMount),
                            v(35, exceptUserNamespaces(PrivilegeChecks::procMount))),
                    baseline(
                            "seLinuxOptions",
                            v(0, SelinuxChecks::before31),
                            v(31, SelinuxChecks::since31)),
                    baseline(
                            "seccompProfile_baseline",
                            v(0, ProfileChecks::seccompAnnotations),
                            v(19, ProfileChecks::seccompBaseline)),
                    baseline(
                            "sysctls",
                            v(0, SysctlChecks::first),
                            v(27, SysctlChecks::since27),
                            v(29, SysctlChecks::since29),
                            v(32, SysctlChecks::since32)),
                    baseline("windowsHostProcess", v(0, HostChecks::windowsProcess)),
                    restricted(
                            "allowPrivilegeEscalation",
                            "",
                            v(8, PrivilegeChecks::escalation),
                            v(25, exceptWindows(PrivilegeChecks::escalation))),
                    restricted(
                            "capabilities_restricted",
                            "capabilities_baseline",
                            v(22, CapabilityChecks::restricted),
                            v(25, exceptWindows(CapabilityChecks::restricted))),
                    restricted(
                            "procMount_restricted", "procMount", v(35, PrivilegeChecks::procMount)),
                    restricted(
                            "restrictedVolumes", "hostPathVolumes", v(0, VolumeChecks::restricted)),
                    restricted(
                            "runAsNonRoot",
                            "",
                            v(0, UserChecks::nonRoot),
                            v(35, exceptUserNamespaces(UserChecks::nonRoot))),
                    restricted(
                            "runAsUser",
                            "",
                            v(23, UserChecks::user),
                            v(35, exceptUserNamespaces(UserChecks::user))),
                    restricted(
                            "seccompProfile_restricted",
                            "seccompProfile_baseline",
                            v(19, ProfileChecks::seccompRestricted),
                            v(25, exceptWindows(ProfileChecks::seccompRestricted))));

    private CheckTable() {}

    static List<Violation> violations(LevelVersion wanted, PodView pod) {
        if (wanted.isPrivileged()) {
            return List.of();
        }
        int minor = Math.min(wanted.minor(), NEWEST);
        boolean restricted = wanted.level() == Level.RESTRICTED;
        Set<String> replaced = restricted ? replaced(minor) : Set.of();
        return RULES.stream()
                .filter(rule -> restricted || rule.level == Level.BASELINE)
                .filter(rule -> !replaced.contains(rule.id))
                .flatMap(rule -> rule.at(minor).stream())
                .flatMap(check -> check.of(pod).stream())
                .toList();
    }

    private static Set<String> replaced(int minor) {
        Set<String> ids = new HashSet<>();
        for (Rule rule : RULES) {
            if (rule.at(minor).isPresent()) {
                ids.add(rule.replaces);
            }
        }
        return ids;
    }

    private static Rule baseline(String id, Version... versions) {
        return new Rule(id, Level.BASELINE, "", List.of(versions));
    }

    private static Rule restricted(String id, String replaces, Version... versions) {
        return new Rule(id, Level.RESTRICTED, replaces, List.of(versions));
    }

    private static Version v(int since, Check check) {
        return new Version(since, check);
    }

    private static Check exceptWindows(Check check) {
        return check.exceptWindows();
    }

    private static Check exceptUserNamespaces(Check check) {
        return check.exceptUserNamespaces();
    }
}
