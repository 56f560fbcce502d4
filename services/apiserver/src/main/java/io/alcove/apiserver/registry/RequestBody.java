package io.alcove.apiserver.registry;

/**
 * What a client sent with a write, not yet decoded.
 *
 * @param mediaType of the Content-Type header without its parameters, lower case; empty where the
 *     client gave none, which means JSON
 */
public record RequestBody(byte[] bytes, String mediaType) {

    public static final String JSON = "application/json";
    public static final String YAML = "application/yaml";

    public static RequestBody json(byte[] bytes) {
        return new RequestBody(bytes, JSON);
    }
}
