package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apiserver.kinds.extensions.ApprovalPolicy;
import io.alcove.apiserver.storage.StoredObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A CustomResourceDefinition as far as it says what is served. Schemas are left in the bytes until
 * they are asked for: most are never.
 *
 * @param stored the definition's present state
 * @param names those that were accepted
 * @param deleting whether it is marked for deletion
 * @param cleaning whether its instances are to be deleted before it may go
 */
record Definition(
        StoredObject stored,
        String uid,
        long generation,
        String group,
        boolean namespaced,
        NameSet names,
        NameSet wanted,
        boolean deleting,
        boolean cleaning,
        List<DefinitionVersion> versions,
        JsonNode conversion,
        Map<String, Boolean> conditions) {

    static final String ESTABLISHED = "Established";
    static final String NAMES_ACCEPTED = "NamesAccepted";
    static final String TERMINATING = "Terminating";
    static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

    static Definition read(StoredObject stored) {
        ApiObject object = ApiObject.parse(stored.json());
        return new Definition(
                stored,
                object.uid(),
                object.generation(),
                object.text("spec", "group"),
                object.text("spec", "scope").equals("Namespaced"),
                NameSet.of(object.at("status", "acceptedNames")),
                NameSet.of(object.at("spec", "names")),
                object.isBeingDeleted(),
                object.finalizers().contains(CLEANUP),
                DefinitionVersion.readAll(object),
                object.at("spec", "conversion"),
                Conditions.truths(object));
    }

    boolean is(String condition) {
        return conditions.getOrDefault(condition, false);
    }

    String name() {
        return stored.name().name();
    }

    /** Whether its status is not known to say what it should. */
    boolean needsStatus() {
        return !wanted.equals(names)
                || !is(NAMES_ACCEPTED)
                || !is(ESTABLISHED)
                || ApprovalPolicy.isProtected(group);
    }

    /** Whether requests find its resources. */
    boolean isServed() {
        return names.isComplete() && (is(NAMES_ACCEPTED) || is(ESTABLISHED));
    }

    GroupResource resource() {
        return new GroupResource(group, names.plural());
    }

    Optional<DefinitionVersion> storageVersion() {
        return versions.stream().filter(DefinitionVersion::storage).findFirst();
    }

    /** Whether the other one is served in the same way, whatever else of it differs. */
    boolean isServedAs(Definition other) {
        return uid.equals(other.uid)
                && generation == other.generation
                && names.equals(other.names)
                && is(ESTABLISHED) == other.is(ESTABLISHED)
                && is(TERMINATING) == other.is(TERMINATING);
    }

    /** The schema of a version; empty where it has none. Reads the whole definition again. */
    Optional<ObjectNode> schema(String version) {
        for (JsonNode each : ApiObject.parse(stored.json()).at("spec", "versions")) {
            if (each.path("name").asText().equals(version)
                    && each.path("schema").path("openAPIV3Schema") instanceof ObjectNode schema) {
                return Optional.of(schema);
            }
        }
        return Optional.empty();
    }
}
