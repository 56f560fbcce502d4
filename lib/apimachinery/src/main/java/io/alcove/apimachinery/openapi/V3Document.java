package io.alcove.apimachinery.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.ApiGroup;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes the OpenAPI 3 document of one version of a group. */
final class V3Document {

    private static final List<String> ENCODINGS = List.of("application/json", "application/yaml");
    private static final List<String> PATCHES =
            List.of(
                    "application/apply-patch+yaml",
                    "application/json-patch+json",
                    "application/merge-patch+json",
                    "application/strategic-merge-patch+json");

    private final String kubernetes;
    private final Components components;
    private final Set<String> used = new TreeSet<>();

    V3Document(String kubernetes, Components components) {
        this.kubernetes = kubernetes;
        this.components = components;
    }

    ObjectNode of(String group, ApiGroup.Version version) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.0");
        document.putObject("info").put("title", "Kubernetes").put("version", kubernetes);
        ObjectNode paths = document.putObject("paths");
        String tag = OperationNames.tag(group, version.version());
        for (Endpoint endpoint : new Endpoints(components).of(group, version)) {
            putPath(paths.putObject(endpoint.path()), endpoint, tag);
        }
        ObjectNode part = document.putObject("components");
        part.putObject("schemas").setAll(components.closure(used));
        part.putObject("securitySchemes")
                .putObject("BearerToken")
                .put("type", "apiKey")
                .put("name", "authorization")
                .put("in", "header");
        return document;
    }

    private void putPath(ObjectNode path, Endpoint endpoint, String tag) {
        for (Operation operation : endpoint.operations()) {
            putOperation(path.putObject(operation.method()), operation, tag);
        }
        ArrayNode parameters = path.putArray("parameters");
        for (String name : endpoint.pathParameters()) {
            ObjectNode parameter = parameters.addObject();
            putParameter(parameter, name, "path", "string").put("required", true);
        }
        if (endpoint.pretty()) {
            putParameter(parameters.addObject(), "pretty", "query", "string");
        }
    }

    private void putOperation(ObjectNode node, Operation operation, String tag) {
        node.putArray("tags").add(tag);
        node.put("operationId", operation.id());
        if (!operation.parameters().isEmpty()) {
            ArrayNode parameters = node.putArray("parameters");
            for (Parameter parameter : operation.parameters()) {
                putParameter(parameters.addObject(), parameter.name(), "query", parameter.type());
            }
        }
        operation.body().ifPresent(body -> putBody(node.putObject("requestBody"), body));
        ObjectNode responses = node.putObject("responses");
        for (int code : operation.codes()) {
            putResponse(responses.putObject(String.valueOf(code)), operation);
        }
        responses.putObject("401").put("description", "Unauthorized");
        node.put("x-kubernetes-action", operation.action().text());
        putKind(node.putObject("x-kubernetes-group-version-kind"), operation.kind());
    }

    private void putBody(ObjectNode node, Operation.Body body) {
        ObjectNode content = node.putObject("content");
        boolean patch = body.component().equals(Components.PATCH);
        for (String type : patch ? PATCHES : List.of("*/*")) {
            putReference(content.putObject(type), body.component());
        }
        if (body.required()) {
            node.put("required", true);
        }
    }

    private void putResponse(ObjectNode node, Operation operation) {
        node.put("description", "OK");
        ObjectNode content = node.putObject("content");
        if (operation.result().isEmpty()) {
            String type = operation.action() == Action.CONNECT ? "*/*" : "text/plain";
            content.putObject(type).putObject("schema").put("type", "string");
            return;
        }
        String component = operation.result().get();
        for (String type : ENCODINGS) {
            putReference(content.putObject(type), component);
        }
        if (operation.action() == Action.LIST) {
            putReference(content.putObject("application/json;stream=watch"), component);
        }
    }

    private void putReference(ObjectNode node, String component) {
        used.add(component);
        node.putObject("schema").put("$ref", Components.PREFIX + component);
    }

    private static ObjectNode putParameter(ObjectNode node, String name, String in, String type) {
        node.put("name", name).put("in", in);
        node.putObject("schema").put("type", type).put("uniqueItems", true);
        return node;
    }

    private static void putKind(ObjectNode node, GroupVersionKind kind) {
        node.put("group", kind.group()).put("version", kind.version()).put("kind", kind.kind());
    }
}
