package io.alcove.simulatednode.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the nodes are registered and their pods are read. */
@Readiness
@ApplicationScoped
class SimulatedNodeReadiness implements HealthCheck {

    private volatile BooleanSupplier isReady = () -> false;

    void follow(BooleanSupplier source) {
        isReady = source;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("nodes").status(isReady.getAsBoolean()).build();
    }
}
