package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.apply.Versions;
import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apiserver.registry.conversion.Conversions;
import java.util.Optional;

/** All versions that one kind is served in. */
final class ServedVersions implements Versions {

    private final Catalog catalog;
    private final GroupVersionKind stored;
    private final ResourceType type;

    ServedVersions(Catalog catalog, ResourceType stored) {
        this.catalog = catalog;
        this.type = stored;
        this.stored = stored.kind();
    }

    @Override
    public Optional<Schema> schema(String apiVersion) {
        return catalog.servedFrom(type.resource()).stream()
                .filter(served -> served.kind().apiVersion().equals(apiVersion))
                .findFirst()
                .map(ResourceType::schema);
    }

    @Override
    public ObjectNode convert(ObjectNode object, String apiVersion) {
        ApiObject converted = ApiObject.of(object.deepCopy());
        Conversions.between(converted.groupVersionKind(), stored).toStored(converted);
        Conversions.between(GroupVersionKind.of(apiVersion, stored.kind()), stored)
                .toServed(converted);
        return converted.node();
    }
}
