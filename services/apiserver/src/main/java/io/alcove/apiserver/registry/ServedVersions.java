package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.apply.Versions;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apiserver.registry.conversion.Conversion;
import io.alcove.apiserver.registry.conversion.Conversions;
import java.util.Optional;

/** All versions that one kind is served in. */
final class ServedVersions implements Versions {

    private final Catalog catalog;
    private final ResourceType stored;

    ServedVersions(Catalog catalog, ResourceType stored) {
        this.catalog = catalog;
        this.stored = stored;
    }

    @Override
    public Optional<Schema> schema(String apiVersion) {
        return catalog.servedFrom(stored.resource()).stream()
                .filter(served -> served.kind().apiVersion().equals(apiVersion))
                .findFirst()
                .map(ResourceType::schema);
    }

    @Override
    public ObjectNode convert(ObjectNode object, String apiVersion) {
        ApiObject converted = ApiObject.of(object.deepCopy());
        conversion(converted.apiVersion()).toStored(converted);
        conversion(apiVersion).toServed(converted);
        return converted.node();
    }

    private Conversion conversion(String apiVersion) {
        return Conversions.between(
                GroupVersionKind.of(apiVersion, stored.kind().kind()),
                schema(apiVersion).orElseGet(stored::schema),
                stored.kind());
    }
}
