package io.alcove.syncer.translation;

import io.alcove.apimachinery.object.ApiObject;
import java.util.List;

/** Secrets and ConfigMaps, which are their data. */
public final class DataTranslation {

    private static final List<String> FIELDS = List.of("data", "binaryData", "immutable", "type");
    private static final String TOKEN_TYPE = "kubernetes.io/service-account-token";

    private final HostObjects hostObjects;

    public DataTranslation(HostObjects hostObjects) {
        this.hostObjects = hostObjects;
    }

    public ApiObject hostCopy(ApiObject virtualObject) {
        ApiObject hostObject = hostObjects.copyOf(virtualObject);
        for (String field : FIELDS) {
            if (!virtualObject.at(field).isMissingNode()) {
                hostObject.node().set(field, virtualObject.at(field).deepCopy());
            }
        }
        if (virtualObject.text("type").equals(TOKEN_TYPE)) {
            // The host's token controller would delete a Secret of this type without an account.
            hostObject.node().put("type", "Opaque");
        }
        return hostObject;
    }
}
