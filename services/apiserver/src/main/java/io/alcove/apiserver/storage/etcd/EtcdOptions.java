package io.alcove.apiserver.storage.etcd;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where etcd is, and what the server proves itself with.
 *
 * @param servers scheme://host:port of each; http or https
 * @param authority PEM file; the system's authorities where it is empty
 * @param certificate PEM file, given together with the key or not at all
 * @param prefix of all keys, with a slash before it and none after it ("/registry")
 */
public record EtcdOptions(
        List<URI> servers,
        Optional<Path> authority,
        Optional<Path> certificate,
        Optional<Path> privateKey,
        String prefix) {

    public static final String DEFAULT_PREFIX = "/registry";

    public EtcdOptions {
        servers = List.copyOf(servers);
    }

    /** The prefix as upstream reads it: "registry", "/registry" and "/registry/" are the same. */
    public static String normalPrefix(String given) {
        String inner = given.replaceAll("^/+|/+$", "");
        return inner.isEmpty() ? "" : "/" + inner;
    }
}
