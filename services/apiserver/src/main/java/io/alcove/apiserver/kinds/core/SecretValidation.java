package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;

/** Secrets: what their type needs is there. */
public final class SecretValidation implements Validation {

    static final int MAX_BYTES = 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FROZEN = "field is immutable when `immutable` is set";
    private static final String ACCOUNT = "kubernetes.io/service-account.name";

    @Override
    public void check(Inspection secret) {
        Inspection data = secret.field("data");
        long size = 0;
        for (Map.Entry<String, JsonNode> entry : data.node().properties()) {
            for (String problem : Names.configMapKey(entry.getKey())) {
                data.entry(entry.getKey()).invalid(entry.getKey(), problem);
            }
            size += Bytes.ofBase64(entry.getValue().asText(""));
        }
        if (size > MAX_BYTES) {
            data.tooLong(MAX_BYTES);
        }
        ofType(secret, data);
    }

    private static void ofType(Inspection secret, Inspection data) {
        switch (secret.field("type").text()) {
            case "kubernetes.io/service-account-token" ->
                    secret.at("metadata", "annotations").entry(ACCOUNT).required();
            case "kubernetes.io/dockercfg" -> json(data.entry(".dockercfg"));
            case "kubernetes.io/dockerconfigjson" -> json(data.entry(".dockerconfigjson"));
            case "kubernetes.io/basic-auth" -> {
                if (!data.node().has("username") && !data.node().has("password")) {
                    data.entry("username").missing();
                    data.entry("password").missing();
                }
            }
            case "kubernetes.io/ssh-auth" -> data.entry("ssh-privatekey").required();
            case "kubernetes.io/tls" -> {
                present(data.entry("tls.crt"));
                present(data.entry("tls.key"));
            }
            default -> {}
        }
    }

    private static void present(Inspection value) {
        if (value.node().isMissingNode()) {
            value.missing();
        }
    }

    private static void json(Inspection value) {
        if (value.node().isMissingNode()) {
            value.missing();
            return;
        }
        String problem = jsonProblem(Base64.getDecoder().decode(value.text()));
        if (!problem.isEmpty()) {
            value.invalid("<secret contents redacted>", problem);
        }
    }

    /** As Go words it where that is the same for all bodies. */
    private static String jsonProblem(byte[] bytes) {
        if (bytes.length == 0) {
            return "unexpected end of JSON input";
        }
        try {
            JsonNode value = JSON.readTree(bytes);
            if (value.isObject() || value.isNull()) {
                return "";
            }
            return "json: cannot unmarshal "
                    + goKind(value)
                    + " into Go value of type map[string]interface {}";
        } catch (JsonProcessingException _) {
            return GoJsonProblems.of(bytes);
        } catch (IOException _) {
            return "unexpected end of JSON input";
        }
    }

    private static String goKind(JsonNode value) {
        return switch (value.getNodeType()) {
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "bool";
            case NUMBER, OBJECT, NULL, MISSING, BINARY, POJO -> "number";
        };
    }

    @Override
    public void checkUpdate(Inspection secret, ApiObject old) {
        secret.field("type").immutable(old.at("type"), "s");
        frozen(secret, old, "data");
        check(secret);
    }

    /** What was made immutable stays so, with its content. */
    static void frozen(Inspection object, ApiObject old, String... fields) {
        if (!old.at("immutable").asBoolean()) {
            return;
        }
        if (!object.field("immutable").isTrue()) {
            object.field("immutable").forbidden(FROZEN);
        }
        for (String field : fields) {
            if (!object.field(field).isSame(old.at(field))) {
                object.field(field).forbidden(FROZEN);
            }
        }
    }
}
