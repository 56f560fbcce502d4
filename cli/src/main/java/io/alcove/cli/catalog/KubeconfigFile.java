package io.alcove.cli.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the current context of a kubeconfig says. */
final class KubeconfigFile {

    private final Path file;
    private final JsonNode cluster;
    private final JsonNode user;

    private KubeconfigFile(Path file, JsonNode tree) {
        this.file = file;
        JsonNode context =
                named(tree.path("contexts"), tree.path("current-context").asText()).path("context");
        this.cluster =
                named(tree.path("clusters"), context.path("cluster").asText()).path("cluster");
        this.user = named(tree.path("users"), context.path("user").asText()).path("user");
    }

    static KubeconfigFile read(Path file) throws IOException {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return new KubeconfigFile(
                file, new ObjectMapper().valueToTree(yaml.load(Files.readString(file))));
    }

    private static JsonNode named(JsonNode list, String name) {
        for (JsonNode entry : list) {
            if (entry.path("name").asText().equals(name)) {
                return entry;
            }
        }
        throw new IllegalArgumentException("the kubeconfig has no entry of the name " + name);
    }

    String server() {
        return cluster.path("server").asText();
    }

    String certificateAuthority() throws IOException {
        return pem(cluster, "certificate-authority")
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "the cluster has no certificate-authority"));
    }

    Optional<String> clientCertificate() throws IOException {
        return pem(user, "client-certificate");
    }

    Optional<String> clientKey() throws IOException {
        return pem(user, "client-key");
    }

    Optional<String> token() {
        return Optional.ofNullable(user.path("token").textValue());
    }

    /** Given as it is, in base64, or by the name of a file beside the kubeconfig. */
    private Optional<String> pem(JsonNode entry, String field) throws IOException {
        String data = entry.path(field + "-data").asText();
        if (!data.isEmpty()) {
            return Optional.of(
                    new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8));
        }
        String path = entry.path(field).asText();
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(Files.readString(file.toAbsolutePath().resolveSibling(path)));
    }
}
