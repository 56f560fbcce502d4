package io.alcove.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Every verb for an object of a kind, in the order of a life. */
final class KindScript {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";
    private static final String PARTIAL =
            "application/json;as=PartialObjectMetadata;v=v1;g=meta.k8s.io";
    private static final String PARTIALS =
            "application/json;as=PartialObjectMetadataList;v=v1;g=meta.k8s.io";
    private static final String PROTOBUF = "application/vnd.kubernetes.protobuf";
    private static final String PROTOBUF_PARTIAL =
            PROTOBUF + ";as=PartialObjectMetadata;v=v1;g=meta.k8s.io";
    private static final String MERGE = "application/merge-patch+json";
    private static final String STRATEGIC = "application/strategic-merge-patch+json";
    private static final String PATCH = "application/json-patch+json";
    private static final String APPLY = "application/apply-patch+yaml";

    private final ArrayNode steps = JSON.createArrayNode();
    private final String path;
    private final JsonNode object;
    private final JsonNode change;
    private final String one;

    private KindScript(JsonNode kind) {
        this.path = kind.path("path").asText();
        this.object = kind.path("object");
        this.change = kind.path("change");
        this.one = path + "/" + object.at("/metadata/name").asText();
    }

    static Script of(JsonNode kind) {
        KindScript script = new KindScript(kind);
        script.create();
        script.read();
        script.update();
        script.apply();
        if (kind.path("status").isObject()) {
            script.status(kind.path("status"));
        }
        script.delete();
        ObjectNode node = JSON.createObjectNode();
        node.put(
                "name",
                "every verb of %s of %s"
                        .formatted(
                                script.object.path("kind").asText(),
                                script.object.path("apiVersion").asText()));
        node.set("steps", script.steps);
        return Script.of(node);
    }

    private void create() {
        send("POST", path + "?dryRun=All", "", object);
        send("POST", path, "", object);
        send("POST", path, "", object);
        send("POST", path + "?fieldValidation=Strict", "", labelled().put("nonsense", 1));
    }

    private void read() {
        get(one, "application/json");
        get(one, TABLE);
        get(one, PARTIAL);
        get(one, "application/yaml");
        get(one, PROTOBUF);
        get(one, PROTOBUF_PARTIAL);
        String watch =
                path
                        + "?watch=1&timeoutSeconds=1&fieldSelector=metadata.name%3D"
                        + object.at("/metadata/name").asText();
        get(watch, PROTOBUF);
        String list = path + "?labelSelector=conformance%3Dyes";
        get(list, "application/json");
        get(list, TABLE);
        get(list, PARTIALS);
        get(list, PROTOBUF);
    }

    private void update() {
        send("PATCH", one + "?fieldManager=labeller", MERGE, labels("conformance", "yes"));
        get(path + "?labelSelector=conformance%3Dyes", TABLE);
        send("PATCH", one, MERGE, change);
        send("PATCH", one, STRATEGIC, labels("strategic", "yes"));
        ArrayNode operations = JSON.createArrayNode();
        operations.addObject().put("op", "remove").put("path", "/metadata/labels/strategic");
        send("PATCH", one, PATCH, operations);
        send("PUT", one, "", labelled());
        ObjectNode stale = labelled();
        stale.withObjectProperty("metadata").put("resourceVersion", "1");
        send("PUT", one, "", stale);
        ObjectNode misnamed = labelled();
        misnamed.withObjectProperty("metadata").put("name", "another");
        send("PUT", one, "", misnamed);
    }

    private void apply() {
        send("PATCH", one + "?fieldManager=one&force=true", APPLY, object);
        ObjectNode second = identity();
        second.withObjectProperty("metadata")
                .set("labels", labels("applied", "a").at("/metadata/labels"));
        send("PATCH", one + "?fieldManager=two", APPLY, second);
        ObjectNode third = identity();
        third.withObjectProperty("metadata")
                .set("labels", labels("applied", "b").at("/metadata/labels"));
        send("PATCH", one + "?fieldManager=three", APPLY, third);
        send("PATCH", one + "?fieldManager=three&force=true", APPLY, third);
        send("PATCH", one + "?fieldManager=two", APPLY, identity());
    }

    private void status(JsonNode status) {
        ObjectNode node = JSON.createObjectNode();
        node.set("status", status);
        send("PATCH", one + "/status", MERGE, node);
        get(one + "/status", "application/json");
        get(one, TABLE);
    }

    private void delete() {
        send("DELETE", one + "?dryRun=All", "", MissingNode.getInstance());
        ObjectNode options = JSON.createObjectNode();
        options.put("kind", "DeleteOptions").put("apiVersion", "v1");
        options.withObjectProperty("preconditions")
                .put("uid", "00000000-0000-0000-0000-000000000000");
        send("DELETE", one, "", options);
        options.remove("preconditions");
        options.put("propagationPolicy", "Background").put("gracePeriodSeconds", 0);
        send("DELETE", one, "", options);
        get(one, "application/json");
        send("DELETE", one, "", MissingNode.getInstance());
        send("POST", path, "", labelled());
        send("DELETE", path + "?labelSelector=conformance%3Dyes", "", MissingNode.getInstance());
        get(path + "?labelSelector=conformance%3Dyes", "application/json");
    }

    private void get(String url, String accept) {
        steps.addObject().put("path", url).put("accept", accept);
    }

    private void send(String method, String url, String type, JsonNode body) {
        ObjectNode step = steps.addObject().put("method", method).put("path", url);
        if (!type.isEmpty()) {
            step.put("type", type);
        }
        if (!body.isMissingNode()) {
            step.set("body", body);
        }
    }

    private ObjectNode labelled() {
        ObjectNode copy = object.deepCopy();
        copy.withObjectProperty("metadata").withObjectProperty("labels").put("conformance", "yes");
        return copy;
    }

    private ObjectNode identity() {
        ObjectNode identity = JSON.createObjectNode();
        identity.set("apiVersion", object.path("apiVersion"));
        identity.set("kind", object.path("kind"));
        identity.withObjectProperty("metadata").set("name", object.at("/metadata/name"));
        return identity;
    }

    private static ObjectNode labels(String name, String value) {
        ObjectNode patch = JSON.createObjectNode();
        patch.withObjectProperty("metadata").withObjectProperty("labels").put(name, value);
        return patch;
    }
}
