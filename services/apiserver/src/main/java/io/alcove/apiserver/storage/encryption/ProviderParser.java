package io.alcove.apiserver.storage.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.client.flag.GoDuration;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the providers of a configuration. Secrets are never part of what it says of them. */
final class ProviderParser {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(3);
    private static final Set<String> KINDS =
            Set.of("kms", "aesgcm", "aescbc", "secretbox", "identity");

    private final List<String> problems;
    private final Set<String> kmsNames = new HashSet<>();

    ProviderParser(List<String> problems) {
        this.problems = problems;
    }

    Optional<Provider> parse(JsonNode provider, String path) {
        List<String> kinds = new ArrayList<>();
        provider.fieldNames().forEachRemaining(kinds::add);
        if (kinds.isEmpty() || !KINDS.containsAll(kinds)) {
            problems.add(
                    path
                            + ": Invalid value: provider does not contain any of the expected providers: KMS, AESGCM, AESCBC, Secretbox, Identity");
            return Optional.empty();
        }
        if (kinds.size() > 1) {
            problems.add(
                    path
                            + ": Invalid value: more than one provider specified in a single element, should split into different list elements");
            return Optional.empty();
        }
        String kind = kinds.getFirst();
        JsonNode body = provider.path(kind);
        return switch (kind) {
            case "identity" -> Optional.of(new Provider.Plain());
            case "kms" -> kms(body, path + ".kms");
            default ->
                    Arrays.stream(Provider.Cipher.values())
                            .filter(cipher -> cipher.field().equals(kind))
                            .findFirst()
                            .map(cipher -> local(cipher, body, path + "." + kind + ".keys"));
        };
    }

    private Provider local(Provider.Cipher cipher, JsonNode body, String path) {
        if (body.path("keys").isEmpty()) {
            problems.add(path + ": Required value: at least one keys is required");
        }
        List<Provider.Key> keys = new ArrayList<>();
        for (JsonNode key : body.path("keys")) {
            keys.add(key(cipher, key, path + "[" + keys.size() + "]"));
        }
        return new Provider.Local(cipher, keys);
    }

    private Provider.Key key(Provider.Cipher cipher, JsonNode key, String path) {
        String name = key.path("name").asText();
        if (name.isEmpty()) {
            problems.add(path + ".name: Required value: name is a mandatory field for a key");
        }
        String secret = key.path("secret").asText();
        if (secret.isEmpty()) {
            problems.add(path + ".secret: Required value: secret is a mandatory field for a key");
            return new Provider.Key(name, new byte[0]);
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(secret);
            if (!cipher.keyLengths().contains(bytes.length)) {
                problems.add(
                        redacted(
                                path,
                                "secret is not of the expected length, got %d, expected one of %s"
                                        .formatted(
                                                bytes.length,
                                                cipher.keyLengths().toString().replace(",", ""))));
            }
            return new Provider.Key(name, bytes);
        } catch (IllegalArgumentException _) {
            problems.add(redacted(path, "secrets must be base64 encoded"));
            return new Provider.Key(name, new byte[0]);
        }
    }

    private static String redacted(String path, String why) {
        return path + ".secret: Invalid value: \"REDACTED\": " + why;
    }

    private Optional<Provider> kms(JsonNode body, String path) {
        String name = body.path("name").asText();
        String version = body.path("apiVersion").asText("v1");
        if (version.equals("v1")) {
            problems.add(
                    path
                            + ": KMSv1 is deprecated and will only receive security updates going forward. Use KMSv2 instead.");
        } else if (!version.equals("v2")) {
            problems.add(
                    path
                            + ".apiVersion: Invalid value: \""
                            + version
                            + "\": unsupported apiVersion apiVersion for KMS provider, only v1 and v2 are supported");
        }
        kmsName(name, path + ".name");
        if (body.has("cachesize")) {
            problems.add(
                    path
                            + ".cachesize: Invalid value: "
                            + body.path("cachesize").asText()
                            + ": cachesize is not supported in v2");
        }
        Duration timeout = timeout(body, path + ".timeout");
        return socket(body.path("endpoint").asText(), path + ".endpoint")
                .map(socket -> new Provider.Kms(new KmsOptions(name, socket, timeout)));
    }

    private void kmsName(String name, String path) {
        if (name.isEmpty()) {
            problems.add(path + ": Required value: name is a mandatory field for a provider");
        } else if (name.contains(":")) {
            problems.add(
                    "%s: Invalid value: \"%s\": invalid KMS provider name %s, must not contain ':'"
                            .formatted(path, name, name));
        } else if (!kmsNames.add(name)) {
            problems.add(
                    "%s: Invalid value: \"%s\": duplicate KMS provider name %s, names must be unique"
                            .formatted(path, name, name));
        }
    }

    private Duration timeout(JsonNode body, String path) {
        if (!body.has("timeout")) {
            return DEFAULT_TIMEOUT;
        }
        String text = body.path("timeout").asText();
        try {
            Duration timeout = GoDuration.parse(text);
            if (timeout.isPositive()) {
                return timeout;
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        problems.add(
                path + ": Invalid value: \"" + text + "\": timeout should be a positive value");
        return DEFAULT_TIMEOUT;
    }

    private Optional<Path> socket(String endpoint, String path) {
        if (endpoint.isEmpty()) {
            problems.add(path + ": Invalid value: \"\": endpoint is a mandatory field for a kms");
            return Optional.empty();
        }
        int colon = endpoint.indexOf(':');
        String scheme = colon < 0 ? "" : endpoint.substring(0, colon);
        if (!scheme.equals("unix")) {
            problems.add(
                    "%s: Invalid value: \"%s\": unsupported scheme \"%s\" for KMS provider, only unix is supported"
                            .formatted(path, endpoint, scheme));
            return Optional.empty();
        }
        if (endpoint.contains("@")) {
            problems.add(path + ": abstract Unix sockets are not supported");
            return Optional.empty();
        }
        return Optional.of(Path.of(URI.create(endpoint).getPath()));
    }
}
