package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.json.ObjectMetaReader;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apiserver.registry.CustomKind;
import io.alcove.apiserver.registry.CustomKinds;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.apiserver.storage.cache.FieldExtractor;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The present catalog: the built-in resources, and those that definitions add. Each change gives a
 * new one; who has one keeps it as it is.
 */
public final class CustomResources implements Supplier<Catalog>, CustomKinds, FieldExtractor {

    private static final String OBJECT_META = "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta";

    private final Catalog builtIn;
    private final CustomResourceParts parts;
    private final FieldExtractor builtInFields;
    private final InstantSource clock;
    private volatile Present present;

    private record Present(
            Catalog catalog,
            Map<String, ServedDefinition> definitions,
            Map<ResourceType, CustomVersion> kinds,
            Map<GroupResource, ServedDefinition> resources) {}

    public CustomResources(Catalog builtIn, FieldExtractor builtInFields, InstantSource clock) {
        this.builtIn = builtIn;
        this.parts =
                new CustomResourceParts(
                        builtIn.schemas(),
                        new ObjectMetaReader(builtIn.schemas().find(OBJECT_META).orElseThrow()),
                        CustomResources::converter);
        this.builtInFields = builtInFields;
        this.clock = clock;
        this.present = new Present(builtIn, Map.of(), Map.of(), Map.of());
    }

    private static VersionConverter converter(Definition definition) {
        JsonNode conversion = definition.conversion();
        if (!conversion.path("strategy").asText("").equals("Webhook")) {
            return VersionConverter.NONE;
        }
        JsonNode webhook = conversion.path("webhook");
        return new WebhookConverter(
                WebhookCall.of(webhook.path("clientConfig")),
                webhook.path("conversionReviewVersions")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList());
    }

    @Override
    public Catalog get() {
        return present.catalog();
    }

    @Override
    public Optional<CustomKind> of(ResourceType type) {
        return Optional.ofNullable(present.kinds().get(type));
    }

    @Override
    public Map<String, String> fields(GroupResource resource, ApiObject object) {
        ServedDefinition custom = present.resources().get(resource);
        return custom == null
                ? builtInFields.fields(resource, object)
                : custom.storageVersion().strategy().fields(object);
    }

    /** The definition that serves a resource. */
    Optional<ServedDefinition> find(GroupResource resource) {
        return Optional.ofNullable(present.resources().get(resource));
    }

    /**
     * Takes these for all definitions that there are.
     *
     * @param revision of what is in memory, for those that are changed
     * @param known objects of that revision and before may be in another form; -1 for new ones
     */
    void replace(Collection<Definition> definitions, LongSupplier revision, long known) {
        Map<String, ServedDefinition> before = present.definitions();
        Map<String, ServedDefinition> served = new HashMap<>();
        for (Definition definition : definitions) {
            if (definition.isServed() && definition.storageVersion().isPresent()) {
                ServedDefinition old = before.get(definition.uid());
                served.put(definition.uid(), serve(definition, old, revision, known));
            }
        }
        Map<ResourceType, CustomVersion> kinds = new HashMap<>();
        Map<GroupResource, ServedDefinition> resources = new HashMap<>();
        List<ResourceType> types = new ArrayList<>();
        for (ServedDefinition each : served.values()) {
            if (isBuiltIn(each)) {
                continue;
            }
            types.addAll(each.types());
            resources.put(each.definition().resource(), each);
            for (ResourceType type : each.types()) {
                each.version(type.resource().version()).ifPresent(v -> kinds.put(type, v));
            }
        }
        present = new Present(builtIn.with(types), served, kinds, resources);
    }

    /** What is built in is served as that, whatever a definition says. */
    private boolean isBuiltIn(ServedDefinition definition) {
        return definition.types().stream()
                .map(ResourceType::resource)
                .map(GroupVersionResource::groupResource)
                .anyMatch(resource -> builtIn.preferred(resource).isPresent());
    }

    private ServedDefinition serve(
            Definition definition,
            @Nullable ServedDefinition old,
            LongSupplier revision,
            long known) {
        if (old == null) {
            StoredObject stored = definition.stored();
            long since = stored.revision() > known ? 0 : known;
            return new ServedDefinition(definition, parts, Freshness.since(since));
        }
        if (old.definition().isServedAs(definition)) {
            return old;
        }
        boolean sameSchemas = old.definition().generation() == definition.generation();
        Freshness freshness = sameSchemas ? old.freshness() : Freshness.changedNow(clock, revision);
        return new ServedDefinition(definition, parts, freshness);
    }
}
