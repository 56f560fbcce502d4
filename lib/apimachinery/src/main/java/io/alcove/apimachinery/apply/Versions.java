package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.schema.Schema;
import java.util.Optional;

/** The versions that a kind is served in, for managers that wrote in another one. */
public interface Versions {

    /** Empty where the version is not served any more; what was owned in it is forgotten. */
    Optional<Schema> schema(String apiVersion);

    /** The object, which is in a served version, in another served one; it is not changed. */
    ObjectNode convert(ObjectNode object, String apiVersion);

    /** For a kind that has one version. */
    static Versions only(String apiVersion, Schema schema) {
        return new Versions() {
            @Override
            public Optional<Schema> schema(String version) {
                return version.equals(apiVersion) ? Optional.of(schema) : Optional.empty();
            }

            @Override
            public ObjectNode convert(ObjectNode object, String version) {
                return object;
            }
        };
    }
}
