package io.alcove.controllermanager.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BooleanSupplier;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while it waits to lead, and once its controllers run. */
@Readiness
@ApplicationScoped
class ControllerReadiness implements HealthCheck {

    private volatile BooleanSupplier isReady = () -> false;

    void follow(BooleanSupplier source) {
        isReady = source;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("controllers").status(isReady.getAsBoolean()).build();
    }
}
