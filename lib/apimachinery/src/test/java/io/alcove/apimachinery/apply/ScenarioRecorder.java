package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.apply.Scenario.Step;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.patch.MergePatch;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * Plays a scenario against a real kube-apiserver, reached without authentication (kubectl proxy),
 * and writes the answers into it.
 */
final class ScenarioRecorder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;

    ScenarioRecorder(String server) {
        this.server = server;
    }

    void record(Scenario scenario) throws IOException, InterruptedException {
        send("DELETE", path(scenario.resource(), "") + "/" + scenario.name(), "", new byte[0]);
        ObjectNode live = JSON.createObjectNode();
        for (Step step : scenario.steps()) {
            HttpResponse<byte[]> response = play(scenario, step, live);
            JsonNode answer = JSON.readTree(response.body());
            step.node().put("code", response.statusCode());
            step.node().put("time", time(response));
            step.node().set("answer", answer);
            if (response.statusCode() < 300) {
                live = (ObjectNode) answer;
            }
            // managedFields count in seconds: two steps in one second could not be told apart
            Thread.sleep(1100);
        }
        scenario.save();
    }

    private HttpResponse<byte[]> play(Scenario scenario, Step step, ObjectNode live)
            throws IOException, InterruptedException {
        String folder = path(scenario.resource(), step.apiVersion());
        String object = folder + "/" + scenario.name();
        String suffix = step.subresource().isEmpty() ? "" : "/" + step.subresource();
        String query = "?fieldManager=" + step.manager() + (step.force() ? "&force=true" : "");
        return switch (step.verb()) {
            case "create" ->
                    send("POST", folder + query, "application/json", named(scenario, step));
            case "put" -> {
                ObjectNode body = MergePatch.apply(live, (ObjectNode) step.body());
                yield send("PUT", object + suffix + query, "application/json", bytes(body));
            }
            case "apply" ->
                    send(
                            "PATCH",
                            object + suffix + query,
                            mediaType("apply"),
                            named(scenario, step));
            default ->
                    send(
                            "PATCH",
                            object + suffix + query,
                            mediaType(step.verb()),
                            bytes(step.body()));
        };
    }

    private static String mediaType(String verb) {
        return switch (verb) {
            case "json" -> "application/json-patch+json";
            case "merge" -> "application/merge-patch+json";
            case "strategic" -> "application/strategic-merge-patch+json";
            case "apply" -> "application/apply-patch+yaml";
            default -> throw new IllegalArgumentException(verb);
        };
    }

    private static byte[] named(Scenario scenario, Step step) throws IOException {
        ObjectNode body = step.body().deepCopy();
        body.withObject("/metadata").put("name", scenario.name());
        return bytes(body);
    }

    private static byte[] bytes(JsonNode node) throws IOException {
        return JSON.writeValueAsBytes(node);
    }

    private HttpResponse<byte[]> send(String method, String path, String type, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .method(method, BodyPublishers.ofByteArray(body));
        if (!type.isEmpty()) {
            request.header("Content-Type", type);
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String path(GroupVersionResource resource, String apiVersion) {
        String version = apiVersion.isEmpty() ? resource.apiVersion() : apiVersion;
        String root = version.contains("/") ? "/apis/" : "/api/";
        return root + version + "/namespaces/default/" + resource.resource();
    }

    private static String time(HttpResponse<byte[]> response) {
        String date = response.headers().firstValue("Date").orElseThrow();
        return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                .toInstant()
                .toString();
    }
}
