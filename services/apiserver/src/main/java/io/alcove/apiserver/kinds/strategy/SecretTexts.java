package io.alcove.apiserver.kinds.strategy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The texts of a Secret, which are written but never read: they become data. */
final class SecretTexts {

    private SecretTexts() {}

    static void merge(ApiObject object) {
        if (!object.kind().equals("Secret") || !object.apiVersion().equals("v1")) {
            return;
        }
        if (object.node().remove("stringData") instanceof ObjectNode texts && !texts.isEmpty()) {
            ObjectNode data = object.with("data");
            texts.properties().forEach(e -> data.put(e.getKey(), base64(e.getValue().asText())));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
