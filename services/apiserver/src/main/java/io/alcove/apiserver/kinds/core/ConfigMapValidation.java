package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.validation.Bytes;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.Map;

/** ConfigMaps. */
public final class ConfigMapValidation implements Validation {

    @Override
    public void check(Inspection configMap) {
        JsonNode binary = configMap.node().path("binaryData");
        long size = 0;
        for (Map.Entry<String, JsonNode> entry : configMap.node().path("data").properties()) {
            String key = entry.getKey();
            for (String problem : Names.configMapKey(key)) {
                configMap.field("data").entry(key).invalid(key, problem);
            }
            if (binary.has(key)) {
                configMap
                        .field("data")
                        .entry(key)
                        .invalid(key, "duplicate of key present in binaryData");
            }
            size += Bytes.length(entry.getValue().asText(""));
        }
        for (Map.Entry<String, JsonNode> entry : binary.properties()) {
            String key = entry.getKey();
            for (String problem : Names.configMapKey(key)) {
                configMap.field("binaryData").entry(key).invalid(key, problem);
            }
            size += Bytes.ofBase64(entry.getValue().asText(""));
        }
        if (size > SecretValidation.MAX_BYTES) {
            configMap.add(StatusCause.tooLong("[]", SecretValidation.MAX_BYTES));
        }
    }

    @Override
    public void checkUpdate(Inspection configMap, ApiObject old) {
        SecretValidation.frozen(configMap, old, "data", "binaryData");
        check(configMap);
    }
}
