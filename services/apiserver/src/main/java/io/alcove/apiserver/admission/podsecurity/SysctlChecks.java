package io.alcove.apiserver.admission.podsecurity;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Kernel parameters that pods set. */
final class SysctlChecks {

    private static final Set<String> FIRST =
            Set.of(
                    "kernel.shm_rmid_forced",
                    "net.ipv4.ip_local_port_range",
                    "net.ipv4.tcp_syncookies",
                    "net.ipv4.ping_group_range",
                    "net.ipv4.ip_unprivileged_port_start");
    private static final Set<String> SINCE_27 = and(FIRST, "net.ipv4.ip_local_reserved_ports");
    private static final Set<String> SINCE_29 =
            and(
                    SINCE_27,
                    "net.ipv4.tcp_keepalive_time",
                    "net.ipv4.tcp_fin_timeout",
                    "net.ipv4.tcp_keepalive_intvl",
                    "net.ipv4.tcp_keepalive_probes");
    private static final Set<String> SINCE_32 =
            and(SINCE_29, "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem");

    private SysctlChecks() {}

    static Optional<Violation> first(PodView pod) {
        return check(pod, FIRST);
    }

    static Optional<Violation> since27(PodView pod) {
        return check(pod, SINCE_27);
    }

    static Optional<Violation> since29(PodView pod) {
        return check(pod, SINCE_29);
    }

    static Optional<Violation> since32(PodView pod) {
        return check(pod, SINCE_32);
    }

    private static Optional<Violation> check(PodView pod, Set<String> allowed) {
        List<String> forbidden =
                pod.securityContext()
                        .path("sysctls")
                        .valueStream()
                        .map(sysctl -> sysctl.path("name").asText(""))
                        .filter(name -> !allowed.contains(name))
                        .toList();
        return forbidden.isEmpty()
                ? Optional.empty()
                : Optional.of(new Violation("forbidden sysctls", String.join(", ", forbidden)));
    }

    private static Set<String> and(Set<String> older, String... more) {
        Set<String> all = new HashSet<>(older);
        all.addAll(List.of(more));
        return Set.copyOf(all);
    }
}
