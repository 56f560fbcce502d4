package io.alcove.controllermanager.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;

/** The label that tells the ReplicaSets of a Deployment apart. */
final class TemplateHash {

    static final String LABEL = "pod-template-hash";

    private static final int FNV_OFFSET = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;

    /** No vowels, so that no words come about. */
    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private TemplateHash() {}

    static String of(ApiObject deployment) {
        String text =
                canonical(deployment.at("spec", "template"))
                        + deployment.at("status", "collisionCount").asText("");
        int hash = FNV_OFFSET;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xff)) * FNV_PRIME;
        }
        StringBuilder word = new StringBuilder();
        for (char digit : Integer.toUnsignedString(hash).toCharArray()) {
            word.append(ALPHABET.charAt(digit % ALPHABET.length()));
        }
        return word.toString();
    }

    /** Whether the ReplicaSet is of the Deployment's template. */
    static boolean matches(ApiObject deployment, ApiObject replicaSet) {
        ApiObject copy = replicaSet.copy();
        ObjectNode template = copy.with("spec", "template");
        template.withObject("/metadata/labels").remove(LABEL);
        ApiObject wanted = deployment.copy();
        wanted.with("spec", "template").withObject("/metadata/labels").remove(LABEL);
        return JsonValues.equal(wanted.at("spec", "template"), template);
    }

    private static String canonical(JsonNode node) {
        if (!node.isObject()) {
            if (node.isArray()) {
                StringBuilder list = new StringBuilder("[");
                node.forEach(item -> list.append(canonical(item)).append(','));
                return list.append(']').toString();
            }
            return node.toString();
        }
        TreeMap<String, String> fields = new TreeMap<>();
        node.properties().forEach(e -> fields.put(e.getKey(), canonical(e.getValue())));
        return fields.toString();
    }
}
