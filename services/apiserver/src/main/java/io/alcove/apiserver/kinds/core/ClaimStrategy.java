package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;
import io.alcove.apiserver.request.RequestContext;

/** Claims: dataSource and dataSourceRef tell the same, and what neither can tell is dropped. */
final class ClaimStrategy extends BuiltInStrategy {

    private static final String SOURCE = "dataSource";
    private static final String REFERENCE = "dataSourceRef";

    ClaimStrategy(Defaulting defaulting, Traits traits) {
        super(defaulting, traits);
    }

    @Override
    protected void prepareNew(RequestContext context, ApiObject claim) {
        prepare(claim, false, false);
    }

    @Override
    protected void prepareChanged(RequestContext context, ApiObject claim, ApiObject old) {
        boolean hadReference = isSet(old.at("spec", REFERENCE));
        prepare(claim, hadReference || isSet(old.at("spec", SOURCE)), hadReference);
    }

    private static void prepare(ApiObject claim, boolean hadSource, boolean hadReference) {
        if (!(claim.node().path("spec") instanceof ObjectNode spec)) {
            return;
        }
        if (!hadReference && !text(spec.path(REFERENCE), "namespace").isEmpty()) {
            spec.remove(REFERENCE);
        }
        boolean isReferenced = isSet(spec.path(REFERENCE));
        if (!hadSource && !isReferenced && !isVolume(spec.path(SOURCE))) {
            spec.remove(SOURCE);
        }
        align(spec, isReferenced);
    }

    private static void align(ObjectNode spec, boolean isReferenced) {
        boolean hasSource = isSet(spec.path(SOURCE));
        if (hasSource && !isReferenced) {
            spec.set(REFERENCE, spec.path(SOURCE).deepCopy());
        } else if (isReferenced
                && !hasSource
                && text(spec.path(REFERENCE), "namespace").isEmpty()) {
            spec.set(SOURCE, spec.path(REFERENCE).deepCopy());
        }
    }

    private static boolean isVolume(JsonNode source) {
        return switch (text(source, "kind")) {
            case "PersistentVolumeClaim" -> text(source, "apiGroup").isEmpty();
            case "VolumeSnapshot" -> text(source, "apiGroup").equals("snapshot.storage.k8s.io");
            default -> false;
        };
    }

    private static boolean isSet(JsonNode reference) {
        return reference.isObject();
    }

    private static String text(JsonNode reference, String field) {
        return reference.path(field).asText("");
    }
}
