package io.alcove.syncer.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once both sides are read and sync runs. */
@Readiness
@ApplicationScoped
class SyncerReadiness implements HealthCheck {

    private volatile BooleanSupplier isReady = () -> false;

    void follow(BooleanSupplier source) {
        isReady = source;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("sync").status(isReady.getAsBoolean()).build();
    }
}
