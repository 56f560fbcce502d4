package io.alcove.apiserver.health;

import java.util.function.BooleanSupplier;

/**
 * One named check.
 *
 * @param name upstream's where upstream has the like
 * @param readinessOnly whether /readyz alone asks it: what passes by itself is no reason to be
 *     restarted
 */
public record HealthCheck(String name, boolean readinessOnly, BooleanSupplier isGood) {}
