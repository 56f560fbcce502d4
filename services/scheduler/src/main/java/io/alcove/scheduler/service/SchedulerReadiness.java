package io.alcove.scheduler.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once nodes and pods are read; also while another process leads. */
@Readiness
@ApplicationScoped
class SchedulerReadiness implements HealthCheck {

    private volatile BooleanSupplier isReady = () -> false;

    void follow(BooleanSupplier source) {
        isReady = source;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("scheduler").status(isReady.getAsBoolean()).build();
    }
}
