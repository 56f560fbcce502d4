package io.alcove.apiserver.http;

import io.alcove.apiserver.health.HealthCheck;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** /healthz, /livez and /readyz with their named checks, as upstream prints them. */
final class HealthEndpoint implements PathEndpoint {

    private static final Set<String> ROOTS = Set.of("healthz", "livez", "readyz");

    private final List<HealthCheck> checks;

    /**
     * @param checks in the order in which they are printed
     */
    HealthEndpoint(List<HealthCheck> checks) {
        this.checks = checks;
    }

    @Override
    public boolean serves(String path) {
        return ROOTS.contains(root(path)) && (path.indexOf('/', 1) < 0 || one(path).isPresent());
    }

    @Override
    public void handle(Exchange exchange) {
        Optional<HealthCheck> one = one(exchange.path());
        if (one.isEmpty()) {
            all(exchange);
        } else if (one.get().isGood().getAsBoolean()) {
            exchange.respondText(200, "ok");
        } else {
            exchange.respondText(500, "internal server error: reason withheld\n");
        }
    }

    private void all(Exchange exchange) {
        String root = root(exchange.path());
        Set<String> excluded = new TreeSet<>(exchange.query().all("exclude"));
        StringBuilder report = new StringBuilder();
        boolean healthy = true;
        for (HealthCheck check : asked(root)) {
            if (excluded.remove(check.name())) {
                report.append("[+]").append(check.name()).append(" excluded: ok\n");
                continue;
            }
            boolean good = check.isGood().getAsBoolean();
            healthy &= good;
            report.append(good ? "[+]" : "[-]").append(check.name());
            report.append(good ? " ok\n" : " failed: reason withheld\n");
        }
        if (!excluded.isEmpty()) {
            report.append("warn: some health checks cannot be excluded: no matches for ")
                    .append(
                            excluded.stream()
                                    .map(name -> '"' + name + '"')
                                    .collect(Collectors.joining(",")))
                    .append('\n');
        }
        if (!healthy) {
            exchange.respondText(500, report + root + " check failed\n");
        } else if (exchange.query().has("verbose")) {
            exchange.respondText(200, report + root + " check passed\n");
        } else {
            exchange.respondText(200, "ok");
        }
    }

    private List<HealthCheck> asked(String root) {
        return checks.stream()
                .filter(check -> root.equals("readyz") || !check.readinessOnly())
                .toList();
    }

    private Optional<HealthCheck> one(String path) {
        int slash = path.indexOf('/', 1);
        return slash < 0
                ? Optional.empty()
                : asked(root(path)).stream()
                        .filter(check -> check.name().equals(path.substring(slash + 1)))
                        .findFirst();
    }

    private static String root(String path) {
        int slash = path.indexOf('/', 1);
        return path.substring(1, slash < 0 ? path.length() : slash);
    }
}
