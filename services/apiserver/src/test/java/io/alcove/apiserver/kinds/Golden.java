package io.alcove.apiserver.kinds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A request that was sent to a real kube-apiserver, with its answer (src/test/goldens). */
record Golden(String file, String name, String path, int code, ObjectNode body, ObjectNode answer) {

    static List<Golden> read(String... files) {
        List<Golden> all = new ArrayList<>();
        for (String file : files) {
            try (InputStream in = Golden.class.getResourceAsStream(file + ".json")) {
                for (JsonNode each :
                        new ObjectMapper().readTree(Objects.requireNonNull(in, file))) {
                    all.add(
                            new Golden(
                                    file,
                                    each.path("name").asText(),
                                    each.path("path").asText(),
                                    each.path("code").asInt(),
                                    (ObjectNode) each.path("body"),
                                    (ObjectNode) each.path("answer")));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }

    String kind() {
        return body.path("kind").asText();
    }

    String namespace() {
        return path.contains("/namespaces/") ? "default" : "";
    }

    /** The body as the registry hands it on: with what every object gets. */
    ApiObject object() {
        ApiObject object = ApiObject.of(body.deepCopy());
        if (!namespace().isEmpty()) {
            object.with("metadata").put("namespace", namespace());
        }
        return object;
    }

    @Override
    public String toString() {
        return file + ": " + name;
    }
}
