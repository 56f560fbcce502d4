package io.alcove.dns.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once all of the cluster is read. */
@Readiness
@ApplicationScoped
class DnsReadiness implements HealthCheck {

    private volatile BooleanSupplier isReady = () -> false;

    void follow(BooleanSupplier source) {
        isReady = source;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("dns").status(isReady.getAsBoolean()).build();
    }
}
