package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.apply.Versions;
import io.alcove.apimachinery.json.BodyFormat;
import io.alcove.apimachinery.json.Decoded;
import io.alcove.apimachinery.json.FieldValidation;
import io.alcove.apimachinery.json.UnstructuredBody;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.registry.CustomKind;
import io.alcove.apiserver.registry.KindStrategy;
import io.alcove.apiserver.registry.ScalePaths;
import io.alcove.apiserver.storage.StoredObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One version of a custom kind. */
final class CustomVersion implements CustomKind {

    private static final ScalePaths NO_SCALE = new ScalePaths(List.of(), List.of(), List.of());

    private final ServedDefinition of;
    private final DefinitionVersion version;
    private final CustomResourceParts parts;
    private final Coercion coercion;
    private final StoredForms storedForms;
    private final CustomStrategy strategy;
    private volatile @Nullable VersionSchema schema;

    CustomVersion(
            ServedDefinition of,
            DefinitionVersion version,
            CustomResourceParts parts,
            Freshness freshness) {
        this.of = of;
        this.version = version;
        this.parts = parts;
        this.coercion = new Coercion(parts.metadata());
        this.storedForms = new StoredForms(this, freshness);
        this.strategy = new CustomStrategy(this);
    }

    boolean isStorage() {
        return version.storage();
    }

    DefinitionVersion definition() {
        return version;
    }

    ServedDefinition family() {
        return of;
    }

    GroupVersionKind kind() {
        return of.kind(version.name());
    }

    Coercion coercion() {
        return coercion;
    }

    /** Read when it is first asked for, and kept from then on. */
    VersionSchema schema() {
        VersionSchema known = schema;
        if (known == null) {
            known = VersionSchema.of(of.definition().schema(version.name()), parts.library());
            schema = known;
        }
        return known;
    }

    @Override
    public KindStrategy strategy() {
        return strategy;
    }

    @Override
    public Versions versions() {
        return of.applyVersions();
    }

    @Override
    public ScalePaths scale() {
        return version.scale().orElse(NO_SCALE);
    }

    @Override
    public Decoded decode(byte[] bytes, BodyFormat format, FieldValidation validation) {
        UnstructuredBody body = UnstructuredBody.read(bytes, format, kind());
        boolean own = body.kind().equals(kind());
        Decoded decoded =
                body.as(
                        kind(),
                        validation,
                        object ->
                                own
                                        ? coercion.apply(object, schema().structural())
                                        : coercion.readMetadata(object));
        if (!own && body.kind().apiVersion().equals(kind().apiVersion())) {
            throw wrongKind(ApiObject.of(decoded.object()));
        }
        return decoded;
    }

    @Override
    public Decoded decode(ObjectNode patched, FieldValidation validation) {
        ObjectNode object = patched.deepCopy();
        List<String> warnings = new ArrayList<>();
        for (String path : coercion.apply(object, schema().structural())) {
            warnings.add("unknown field \"" + path + "\"");
        }
        return new Decoded(
                object,
                GroupVersionKind.of(
                        object.path("apiVersion").asText(""), object.path("kind").asText("")),
                validation == FieldValidation.IGNORE ? List.of() : warnings);
    }

    @Override
    public ApiObject toStorage(ApiObject object) {
        if (version.storage()) {
            return object;
        }
        CustomVersion storage = of.storageVersion();
        ApiObject converted = of.convert(object, storage.kind().apiVersion());
        storage.coercion().prune(converted.node(), storage.schema().structural());
        return converted;
    }

    @Override
    public List<StoredObject> fromStorage(List<StoredObject> stored) {
        return storedForms.read(stored);
    }

    private StatusException wrongKind(ApiObject object) {
        return StatusException.invalid(
                new io.alcove.apimachinery.object.GroupKind(kind().group(), object.kind()),
                object.name(),
                List.of(StatusCause.invalid("kind", object.kind(), "must be " + kind().kind())));
    }
}
