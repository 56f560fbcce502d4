package io.alcove.apiserver.kinds.extensions;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;
import io.alcove.apiserver.request.RequestContext;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Definitions go only after their objects, and remember in which versions these are stored. */
public final class DefinitionStrategy extends BuiltInStrategy {

    private static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

    private final InstantSource clock;

    public DefinitionStrategy(Defaulting defaulting, Traits traits, InstantSource clock) {
        super(defaulting, traits);
        this.clock = clock;
    }

    @Override
    protected void prepareNew(RequestContext context, ApiObject object) {
        object.node().remove("status");
        addStoredVersion(object);
    }

    @Override
    protected void prepareChanged(RequestContext context, ApiObject object, ApiObject old) {
        addStoredVersion(object);
    }

    /** The first delete marks it, whatever holds it. */
    @Override
    public boolean isHeld(ApiObject object) {
        return !object.isBeingDeleted();
    }

    @Override
    public void prepareForDeletion(ApiObject object) {
        ObjectNode metadata = object.with("metadata");
        ArrayNode finalizers =
                metadata.get("finalizers") instanceof ArrayNode present
                        ? present
                        : metadata.putArray("finalizers");
        if (!object.finalizers().contains(CLEANUP)) {
            finalizers.add(CLEANUP);
        }
        ObjectNode status = object.with("status");
        ArrayNode conditions =
                status.get("conditions") instanceof ArrayNode present
                        ? present
                        : status.putArray("conditions");
        conditions.removeIf(each -> each.path("type").asText().equals("Terminating"));
        conditions
                .addObject()
                .put(
                        "lastTransitionTime",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put(
                        "message",
                        "CustomResourceDefinition marked for deletion; CustomResource deletion will"
                                + " begin soon")
                .put("reason", "InstanceDeletionPending")
                .put("status", "True")
                .put("type", "Terminating");
    }

    @Override
    public List<String> createWarnings(RequestContext context, ApiObject object) {
        return warnings(SchemaFormats.unrecognized(object));
    }

    @Override
    public List<String> updateWarnings(RequestContext context, ApiObject object, ApiObject old) {
        List<String> added = new ArrayList<>(SchemaFormats.unrecognized(object));
        Set<String> before = new HashSet<>(SchemaFormats.unrecognized(old));
        added.removeIf(before::contains);
        return warnings(added);
    }

    private static List<String> warnings(List<String> formats) {
        return formats.stream().map(format -> "unrecognized format \"" + format + "\"").toList();
    }

    private static void addStoredVersion(ApiObject object) {
        for (JsonNode version : object.at("spec", "versions")) {
            if (version.path("storage").asBoolean()) {
                String name = version.path("name").asText();
                if (!object.textList("status", "storedVersions").contains(name)) {
                    ObjectNode status = object.with("status");
                    ArrayNode stored =
                            status.get("storedVersions") instanceof ArrayNode present
                                    ? present
                                    : status.putArray("storedVersions");
                    stored.add(name);
                }
                return;
            }
        }
    }
}
