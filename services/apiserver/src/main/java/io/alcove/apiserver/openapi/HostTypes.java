package io.alcove.apiserver.openapi;

import io.alcove.apimachinery.openapi.TypeDescription;
import java.util.Map;

/**
 * What the host's API server says of its types. Both calls block for seconds at most, and end with
 * {@link io.alcove.apimachinery.status.StatusException} where the host does not answer.
 */
public interface HostTypes {

    /** No host to ask. */
    HostTypes NONE =
            new HostTypes() {
                @Override
                public Map<String, String> hashes() {
                    return Map.of();
                }

                @Override
                public Map<String, TypeDescription> describe(String path) {
                    return Map.of();
                }
            };

    /** By path ("apis/apps/v1") what the host's document is known by. */
    Map<String, String> hashes();

    /**
     * @param path of a version's document; empty for all types, as OpenAPI 2 has them
     */
    Map<String, TypeDescription> describe(String path);
}
