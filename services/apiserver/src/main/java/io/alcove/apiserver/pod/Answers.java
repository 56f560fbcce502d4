package io.alcove.apiserver.pod;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import java.net.HttpURLConnection;

/** The metav1.Status that answers what was created and is not kept. */
final class Answers {

    private Answers() {}

    static ApiObject success() {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        status.put("status", "Success").put("code", HttpURLConnection.HTTP_CREATED);
        return ApiObject.of(status);
    }
}
