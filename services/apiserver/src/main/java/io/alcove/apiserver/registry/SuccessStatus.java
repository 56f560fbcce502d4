package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;

/** The metav1.Status that answers a delete. */
final class SuccessStatus {

    private SuccessStatus() {}

    /** Upstream names the resource in the field called kind. */
    static ApiObject of(GroupResource resource, String name, String uid) {
        ObjectNode status = JsonNodeFactory.instance.objectNode();
        status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
        ObjectNode details = status.put("status", "Success").putObject("details");
        details.put("name", name);
        if (!resource.group().isEmpty()) {
            details.put("group", resource.group());
        }
        details.put("kind", resource.resource()).put("uid", uid);
        return ApiObject.of(status);
    }
}
