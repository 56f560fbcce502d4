package io.alcove.apiserver.registry.conversion;

import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.schema.Schema;

/** Finds the conversion between two versions of a kind. */
public final class Conversions {

    private Conversions() {}

    /**
     * @param servedSchema of the version served
     */
    public static Conversion between(
            GroupVersionKind served, Schema servedSchema, GroupVersionKind stored) {
        if (served.equals(stored)) {
            return Identity.INSTANCE;
        }
        if (served.kind().equals("HorizontalPodAutoscaler")
                && served.version().equals("v1")
                && stored.version().equals("v2")) {
            return new TreeConversion(
                    HorizontalPodAutoscalers::toV2, HorizontalPodAutoscalers::toV1, servedSchema);
        }
        if (served.kind().equals("Event") && !served.group().equals(stored.group())) {
            return stored.group().isEmpty()
                    ? new TreeConversion(Events::toCore, Events::toEventsGroup, servedSchema)
                    : new TreeConversion(Events::toEventsGroup, Events::toCore, servedSchema);
        }
        return new SameShape(served.apiVersion(), stored.apiVersion());
    }
}
