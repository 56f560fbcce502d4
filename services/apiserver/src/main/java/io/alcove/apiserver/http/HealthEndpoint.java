package io.alcove.apiserver.http;

import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** /healthz, /livez and /readyz with their named checks, as upstream prints them. */
final class HealthEndpoint implements PathEndpoint {

    private static final Set<String> ROOTS = Set.of("healthz", "livez", "readyz");

    private final Map<String, BooleanSupplier> checks;

    /**
     * @param checks by name, in the order in which they are printed
     */
    HealthEndpoint(Map<String, BooleanSupplier> checks) {
        this.checks = checks;
    }

    @Override
    public boolean serves(String path) {
        return ROOTS.contains(root(path))
                && (check(path).isEmpty() || checks.containsKey(check(path)));
    }

    @Override
    public void handle(Exchange exchange) {
        String one = check(exchange.path());
        StringBuilder report = new StringBuilder();
        boolean healthy = true;
        for (Map.Entry<String, BooleanSupplier> check : checks.entrySet()) {
            boolean asked = one.isEmpty() || one.equals(check.getKey());
            if (!asked || exchange.query().text("exclude").equals(check.getKey())) {
                continue;
            }
            boolean good = check.getValue().getAsBoolean();
            healthy &= good;
            report.append(good ? "[+]" : "[-]").append(check.getKey());
            report.append(good ? " ok\n" : " failed: reason withheld\n");
        }
        String root = root(exchange.path());
        if (!healthy) {
            exchange.respondText(500, report + root + " check failed\n");
        } else if (exchange.query().has("verbose")) {
            exchange.respondText(200, report + root + " check passed\n");
        } else {
            exchange.respondText(200, "ok");
        }
    }

    private static String root(String path) {
        int slash = path.indexOf('/', 1);
        return path.substring(1, slash < 0 ? path.length() : slash);
    }

    private static String check(String path) {
        int slash = path.indexOf('/', 1);
        return slash < 0 ? "" : path.substring(slash + 1);
    }
}
