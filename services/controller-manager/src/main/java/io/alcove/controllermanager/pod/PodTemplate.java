package io.alcove.controllermanager.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.controllermanager.controller.Resources;

/** Makes pods of the template in their owner's spec. */
public final class PodTemplate {

    private static final int MAX_NAME = 253;

    private PodTemplate() {}

    /** A pod that the owner controls, its name left to the server. */
    public static ApiObject pod(ApiObject owner) {
        JsonNode template = owner.at("spec", "template");
        ApiObject pod = ApiObject.of(Resources.POD, new ObjectName(owner.namespace(), ""));
        ObjectNode metadata = pod.with("metadata");
        metadata.remove("name");
        metadata.put("generateName", prefix(owner.name()));
        for (String field : new String[] {"labels", "annotations", "finalizers"}) {
            JsonNode value = template.path("metadata").path(field);
            if (!value.isEmpty()) {
                metadata.set(field, value.deepCopy());
            }
        }
        metadata.putArray("ownerReferences").add(OwnerReference.controllerOf(owner).toNode());
        pod.node().set("spec", template.path("spec").deepCopy());
        return pod;
    }

    /** The dash is left out where it would make the name too long; the server cuts for the rest. */
    private static String prefix(String name) {
        return name.length() == MAX_NAME ? name : name + "-";
    }
}
