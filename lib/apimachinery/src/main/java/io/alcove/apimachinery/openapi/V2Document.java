package io.alcove.apimachinery.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.catalog.ApiGroup;
import io.alcove.apimachinery.object.GroupVersionKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes the one OpenAPI 2 document of all groups. */
final class V2Document {

    private static final List<String> ENCODINGS = List.of("application/json", "application/yaml");
    private static final List<String> PATCHES =
            List.of(
                    "application/json-patch+json",
                    "application/merge-patch+json",
                    "application/strategic-merge-patch+json",
                    "application/apply-patch+yaml");

    private final Components components;
    private final Set<String> used = new TreeSet<>();
    private final ObjectNode document = JsonNodeFactory.instance.objectNode();
    private final ObjectNode paths;

    V2Document(String kubernetes, Components components) {
        this.components = components;
        document.put("swagger", "2.0");
        document.putObject("info").put("title", "Kubernetes").put("version", kubernetes);
        this.paths = document.putObject("paths");
    }

    void add(String group, ApiGroup.Version version) {
        String tag = OperationNames.tag(group, version.version());
        for (Endpoint endpoint : new Endpoints(components).of(group, version)) {
            putPath(paths.putObject(endpoint.path()), endpoint, tag);
        }
    }

    ObjectNode finish() {
        ObjectNode definitions = document.putObject("definitions");
        components
                .closure(used)
                .forEach((name, schema) -> definitions.set(name, V2Schema.of(schema)));
        document.putObject("securityDefinitions")
                .putObject("BearerToken")
                .put("type", "apiKey")
                .put("name", "authorization")
                .put("in", "header");
        document.putArray("security").addObject().putArray("BearerToken");
        return document;
    }

    private void putPath(ObjectNode path, Endpoint endpoint, String tag) {
        for (Operation operation : endpoint.operations()) {
            putOperation(path.putObject(operation.method()), operation, tag);
        }
        ArrayNode parameters = path.putArray("parameters");
        for (String name : endpoint.pathParameters()) {
            addParameter(parameters, name, "path", "string").put("required", true);
        }
        if (endpoint.pretty()) {
            addParameter(parameters, "pretty", "query", "string");
        }
    }

    private void putOperation(ObjectNode node, Operation operation, String tag) {
        boolean patch = operation.action() == Action.PATCH;
        putTexts(node, "consumes", patch ? PATCHES : List.of("*/*"));
        putTexts(node, "produces", produced(operation));
        putTexts(node, "schemes", List.of("https"));
        putTexts(node, "tags", List.of(tag));
        node.put("operationId", operation.id());
        ArrayNode parameters = node.putArray("parameters");
        operation.body().ifPresent(body -> putBody(parameters.addObject(), body));
        for (Parameter parameter : operation.parameters()) {
            addParameter(parameters, parameter.name(), "query", parameter.type());
        }
        ObjectNode responses = node.putObject("responses");
        for (int code : operation.codes()) {
            putResponse(responses.putObject(String.valueOf(code)), operation);
        }
        responses.putObject("401").put("description", "Unauthorized");
        node.put("x-kubernetes-action", operation.action().text());
        putKind(node.putObject("x-kubernetes-group-version-kind"), operation.kind());
    }

    private static List<String> produced(Operation operation) {
        if (operation.result().isEmpty()) {
            return List.of(operation.action() == Action.CONNECT ? "*/*" : "text/plain");
        }
        return operation.action() == Action.LIST
                ? List.of("application/json", "application/yaml", "application/json;stream=watch")
                : ENCODINGS;
    }

    private void putBody(ObjectNode node, Operation.Body body) {
        node.put("name", "body").put("in", "body");
        if (body.required()) {
            node.put("required", true);
        }
        putReference(node, body.component());
    }

    private void putResponse(ObjectNode node, Operation operation) {
        node.put("description", "OK");
        operation
                .result()
                .ifPresentOrElse(
                        component -> putReference(node, component),
                        () -> node.putObject("schema").put("type", "string"));
    }

    private void putReference(ObjectNode node, String component) {
        used.add(component);
        node.putObject("schema").put("$ref", V2Schema.PREFIX + component);
    }

    private static ObjectNode addParameter(
            ArrayNode parameters, String name, String in, String type) {
        return parameters
                .addObject()
                .put("uniqueItems", true)
                .put("type", type)
                .put("name", name)
                .put("in", in);
    }

    private static void putTexts(ObjectNode node, String field, List<String> texts) {
        ArrayNode array = node.putArray(field);
        texts.forEach(array::add);
    }

    private static void putKind(ObjectNode node, GroupVersionKind kind) {
        node.put("group", kind.group()).put("kind", kind.kind()).put("version", kind.version());
    }
}
