package io.alcove.apiserver.registry.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import java.util.List;

final class ManagedFieldsRules {

    private static final int MAX_SUBRESOURCE_LENGTH = 256;

    private ManagedFieldsRules() {}

    static void check(ApiObject object, List<StatusCause> causes) {
        int index = 0;
        for (JsonNode entry : object.at("metadata", "managedFields")) {
            checkEntry(entry, "metadata.managedFields[" + index++ + "]", causes);
        }
    }

    private static void checkEntry(JsonNode entry, String field, List<StatusCause> causes) {
        String operation = entry.path("operation").asText("");
        if (!operation.equals("Apply") && !operation.equals("Update")) {
            causes.add(
                    StatusCause.invalid(
                            field + ".operation", operation, "must be `Apply` or `Update`"));
        }
        String fieldsType = entry.path("fieldsType").asText("");
        if (!fieldsType.isEmpty() && !fieldsType.equals("FieldsV1")) {
            causes.add(
                    StatusCause.invalid(field + ".fieldsType", fieldsType, "must be `FieldsV1`"));
        }
        causes.addAll(FieldManager.problems(field + ".manager", entry.path("manager").asText("")));
        if (entry.path("subresource").asText("").length() > MAX_SUBRESOURCE_LENGTH) {
            causes.add(StatusCause.tooLong(field + ".subresource", MAX_SUBRESOURCE_LENGTH));
        }
    }
}
