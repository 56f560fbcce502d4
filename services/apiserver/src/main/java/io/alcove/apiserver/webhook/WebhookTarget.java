package io.alcove.apiserver.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.alcove.pki.ClientTls;
import io.alcove.pki.Credential;
import io.alcove.pki.Pem;
import io.alcove.pki.PkiException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;

/**
 * The server of the current context of a kubeconfig file, and how to speak to it.
 *
 * @param headers shown with every request
 */
public record WebhookTarget(URI server, SSLContext tls, Map<String, String> headers) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> REFUSED_OF_USER =
            Set.of("exec", "auth-provider", "as", "as-uid", "as-groups", "as-user-extra");
    private static final Set<String> REFUSED_OF_CLUSTER =
            Set.of("insecure-skip-tls-verify", "tls-server-name", "proxy-url");

    /**
     * @throws IOException where the file cannot be read or used
     */
    public static WebhookTarget read(Path file) throws IOException {
        JsonNode config = YAML.readTree(Files.readString(file));
        JsonNode context =
                named(config, "contexts", config.path("current-context").asText(""))
                        .path("context");
        JsonNode cluster =
                named(config, "clusters", context.path("cluster").asText("")).path("cluster");
        JsonNode user = named(config, "users", context.path("user").asText("")).path("user");
        String server = cluster.path("server").asText("");
        if (server.isEmpty()) {
            throw new IOException("the current context of " + file + " names no server");
        }
        refuse(file, cluster, REFUSED_OF_CLUSTER);
        refuse(file, user, REFUSED_OF_USER);
        try {
            return new WebhookTarget(
                    URI.create(server), tls(file, cluster, user), headers(file, user));
        } catch (PkiException | GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private static void refuse(Path file, JsonNode node, Set<String> fields) throws IOException {
        for (String field : fields) {
            JsonNode value = node.path(field);
            if (!value.isMissingNode() && !value.isNull() && !value.asText().equals("false")) {
                throw new IOException(file + ": " + field + " is not supported");
            }
        }
    }

    private static JsonNode named(JsonNode config, String list, String name) {
        for (JsonNode entry : config.path(list)) {
            if (entry.path("name").asText("").equals(name)) {
                return entry;
            }
        }
        return YAML.missingNode();
    }

    private static SSLContext tls(Path file, JsonNode cluster, JsonNode user)
            throws IOException, GeneralSecurityException {
        Optional<String> authority = content(file, cluster, "certificate-authority");
        Optional<String> certificate = content(file, user, "client-certificate");
        Optional<String> key = content(file, user, "client-key");
        if (authority.isEmpty()) {
            if (certificate.isPresent()) {
                throw new IOException(file + ": client-certificate needs certificate-authority");
            }
            return SSLContext.getDefault();
        }
        var authorities = Pem.certificates(authority.get());
        return certificate.isPresent() && key.isPresent()
                ? ClientTls.trusting(authorities, Credential.parse(certificate.get(), key.get()))
                : ClientTls.trusting(authorities);
    }

    private static Map<String, String> headers(Path file, JsonNode user) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        String token = user.path("token").asText("");
        if (user.has("tokenFile")) {
            token = Files.readString(beside(file, user.path("tokenFile").asText())).strip();
        }
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        } else if (user.has("username")) {
            String pair = user.path("username").asText() + ":" + user.path("password").asText("");
            headers.put(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        return headers;
    }

    private static Optional<String> content(Path file, JsonNode node, String field)
            throws IOException {
        String data = node.path(field + "-data").asText("");
        if (!data.isEmpty()) {
            return Optional.of(
                    new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8));
        }
        String path = node.path(field).asText("");
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(Files.readString(beside(file, path)));
    }

    /** Relative to the file that names it. */
    private static Path beside(Path file, String path) {
        return file.toAbsolutePath().resolveSibling(path);
    }

    /** The credentials do not show. */
    @Override
    public String toString() {
        return "WebhookTarget[" + List.of(server) + "]";
    }
}
