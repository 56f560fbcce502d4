package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.registry.UpdateRules;
import io.alcove.apiserver.request.RequestContext;
import java.util.List;

/** Of a write of the status alone: metadata stays too, but for who owns what. */
final class CustomStatusRules implements UpdateRules {

    private final CustomRules rules;

    CustomStatusRules(CustomRules rules) {
        this.rules = rules;
    }

    @Override
    public void prepareForUpdate(RequestContext context, ApiObject object, ApiObject old) {
        JsonNode owners = object.at("metadata").get("managedFields");
        ObjectNode metadata = old.with("metadata").deepCopy();
        metadata.remove("managedFields");
        if (owners != null) {
            metadata.set("managedFields", owners);
        }
        object.node().set("metadata", metadata);
    }

    @Override
    public List<StatusCause> validateUpdate(
            RequestContext context, ApiObject object, ApiObject old) {
        return rules.checkStatusChange(object, old, context.warnings());
    }

    @Override
    public boolean allowsUnconditionalUpdate() {
        return false;
    }
}
