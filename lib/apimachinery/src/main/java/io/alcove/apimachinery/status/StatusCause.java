package io.alcove.apimachinery.status;

/**
 * metav1.StatusCause: reason is upstream's word ("FieldValueRequired"), field a path
 * ("spec.ports[0].port").
 */
public record StatusCause(String reason, String message, String field) {}
