package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.util.List;

/** Volume claims that the host's storage classes serve. */
public final class ClaimTranslation {

    private static final List<String> FIELDS =
            List.of("accessModes", "resources", "storageClassName", "volumeMode");

    private static final List<String> UNSUPPORTED =
            List.of("selector", "dataSource", "dataSourceRef", "volumeAttributesClassName");

    private final HostObjects hostObjects;

    public ClaimTranslation(HostObjects hostObjects) {
        this.hostObjects = hostObjects;
    }

    /**
     * @throws UnsupportedException where the claim asks for more than a new volume
     */
    public ApiObject hostClaim(ApiObject virtualClaim) {
        for (String field : UNSUPPORTED) {
            if (!virtualClaim.at("spec", field).isMissingNode()) {
                throw new UnsupportedException("not supported by this cluster: spec." + field);
            }
        }
        ApiObject hostClaim = hostObjects.copyOf(virtualClaim);
        ObjectNode spec = hostClaim.node().putObject("spec");
        for (String field : FIELDS) {
            if (!virtualClaim.at("spec", field).isMissingNode()) {
                spec.set(field, virtualClaim.at("spec", field).deepCopy());
            }
        }
        return hostClaim;
    }
}
