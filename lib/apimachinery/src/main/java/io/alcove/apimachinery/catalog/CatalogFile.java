package io.alcove.apimachinery.catalog;

import io.alcove.apimachinery.facts.Facts;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.schema.SchemaLibrary;
import java.util.HashMap;
import java.util.Map;

/**
 * The packed facts of one Kubernetes version's API. Sections: {@code version}, what /version
 * answers; {@code groups}, their names and versions in order; {@code resources} of "apps/v1", as
 * aggregated discovery has them; {@code columns} of "apps/v1/deployments"; {@code storage}, the
 * version that one is stored in where it is another; {@code kind} to schema; {@code schema}.
 */
final class CatalogFile {

    private final Facts facts;
    private final Map<GroupVersionKind, String> kinds = new HashMap<>();

    private CatalogFile(Facts facts) {
        this.facts = facts;
        facts.section("kind").forEach((kind, name) -> kinds.put(kindOf(kind), name.text()));
    }

    static CatalogFile open(String minor) {
        return new CatalogFile(Facts.load(CatalogFile.class, minor));
    }

    Catalog read(Facts goTypes) {
        SchemaLibrary library = new SchemaLibrary(facts.section("schema"), goTypes.section("go"));
        StorageVersions storage = StorageVersions.of(facts);
        GroupReader reader = new GroupReader(library, kinds, facts, storage);
        return new Catalog(facts.only("version").read(), reader.read(), library, kinds, storage);
    }

    /** Reads "apps/v1 Deployment". */
    private static GroupVersionKind kindOf(String key) {
        int space = key.indexOf(' ');
        return GroupVersionKind.of(key.substring(0, space), key.substring(space + 1));
    }
}
