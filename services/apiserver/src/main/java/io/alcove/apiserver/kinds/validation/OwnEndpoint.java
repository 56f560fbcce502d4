package io.alcove.apiserver.kinds.validation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The endpoint of the API server itself. Without an advertised address that is loopback, where
 * kube-apiserver has no endpoint at all; pods that run on the server's host reach it there.
 */
public final class OwnEndpoint {

    private OwnEndpoint() {}

    /** Whether the object is default/kubernetes and its first address is loopback. */
    public static boolean isLoopback(Inspection object, JsonNode firstAddress) {
        JsonNode metadata = object.node().path("metadata");
        if (!metadata.path("name").asText("").equals("kubernetes")
                || !metadata.path("namespace").asText("").equals("default")) {
            return false;
        }
        IpText address = IpText.parse(firstAddress.asText(""));
        return address != null && address.address().isLoopbackAddress();
    }
}
