package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Asks the webhook that a definition names, once for all objects of a list. */
final class WebhookConverter implements VersionConverter {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> KNOWN_VERSIONS = List.of("v1", "v1beta1");

    private final WebhookCall call;
    private final Optional<String> reviewVersion;

    WebhookConverter(WebhookCall call, List<String> reviewVersions) {
        this.call = call;
        this.reviewVersion = reviewVersions.stream().filter(KNOWN_VERSIONS::contains).findFirst();
    }

    @Override
    public List<ApiObject> convert(List<ApiObject> objects, String apiVersion) {
        GroupVersionKind from = objects.getFirst().groupVersionKind();
        String review =
                "apiextensions.k8s.io/"
                        + reviewVersion.orElseThrow(
                                () -> failed(from, "no supported conversion review versions"));
        String uid = UUID.randomUUID().toString();
        JsonNode response = answer(from, request(review, uid, objects, apiVersion));
        JsonNode converted = accepted(from, response, review, uid);
        if (converted.size() != objects.size()) {
            throw returned(from, converted.size() + " objects, expected " + objects.size());
        }
        List<ApiObject> results = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            String place =
                    objects.size() == 1 ? "object at index 0" : "converted object at index " + i;
            results.add(checked(from, objects.get(i), converted.get(i), apiVersion, place));
        }
        return results;
    }

    private static ObjectNode request(
            String review, String uid, List<ApiObject> objects, String apiVersion) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("kind", "ConversionReview").put("apiVersion", review);
        ObjectNode request = body.putObject("request");
        request.put("uid", uid).put("desiredAPIVersion", apiVersion);
        ArrayNode list = request.putArray("objects");
        objects.forEach(object -> list.add(object.node()));
        return body;
    }

    private JsonNode answer(GroupVersionKind from, ObjectNode request) {
        try {
            return JSON.readTree(call.post(JSON.writeValueAsBytes(request)));
        } catch (IOException e) {
            throw failed(from, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(from, "context canceled");
        }
    }

    private static JsonNode accepted(
            GroupVersionKind from, JsonNode answer, String review, String uid) {
        JsonNode response = answer.path("response");
        boolean checked = review.endsWith("/v1");
        if (checked && !isReview(answer, review)) {
            throw failed(
                    from,
                    "expected webhook response of %s, Kind=ConversionReview, got %s, Kind=%s"
                            .formatted(
                                    review,
                                    answer.path("apiVersion").asText(""),
                                    answer.path("kind").asText("")));
        }
        if (!response.isObject()) {
            throw failed(from, "no response provided");
        }
        String given = response.path("uid").asText("");
        if (checked && !given.equals(uid)) {
            throw failed(
                    from,
                    "expected response.uid=%s, got %s"
                            .formatted(GoText.quote(uid), GoText.quote(given)));
        }
        JsonNode result = response.path("result");
        String status = result.path("status").asText("");
        if (!status.equals("Success")) {
            String message = result.path("message").asText("");
            throw failed(
                    from,
                    message.isEmpty()
                            ? "response.result.status was '" + status + "', not 'Success'"
                            : message);
        }
        return response.path("convertedObjects");
    }

    private static boolean isReview(JsonNode answer, String review) {
        return answer.path("kind").asText("").equals("ConversionReview")
                && answer.path("apiVersion").asText("").equals(review);
    }

    private static ApiObject checked(
            GroupVersionKind from,
            ApiObject original,
            JsonNode converted,
            String apiVersion,
            String place) {
        ApiObject object =
                ApiObject.of(
                        converted instanceof ObjectNode node
                                ? node
                                : JsonNodeFactory.instance.objectNode());
        String problem = typeProblem(original, object, apiVersion);
        if (!problem.isEmpty()) {
            throw returned(from, "invalid " + place + ": " + problem);
        }
        String change = changed(original, object);
        if (!change.isEmpty()) {
            String where = place.startsWith("object") ? "object" : place;
            throw returned(from, "invalid " + where + ": " + change);
        }
        if (!object.at("metadata").isObject()) {
            throw returned(from, "invalid metadata: missing metadata in converted object");
        }
        restoreMetadata(original, object);
        return object;
    }

    private static String typeProblem(ApiObject original, ApiObject object, String apiVersion) {
        if (!object.apiVersion().equals(apiVersion)) {
            return "invalid groupVersion (expected %s, received %s)"
                    .formatted(apiVersion, object.apiVersion());
        }
        if (!object.kind().equals(original.kind())) {
            return "invalid kind (expected %s, received %s)"
                    .formatted(original.kind(), object.kind());
        }
        return "";
    }

    private static String changed(ApiObject original, ApiObject object) {
        return Stream.of(
                        changed("name", original.name(), object.name()),
                        changed("namespace", original.namespace(), object.namespace()),
                        changed("UID", original.uid(), object.uid()))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String changed(String what, String before, String now) {
        return before.equals(now)
                ? ""
                : "must have the same %s: %s != %s".formatted(what, before, now);
    }

    /** Of the metadata a webhook may change labels and annotations only. */
    private static void restoreMetadata(ApiObject original, ApiObject object) {
        ObjectNode metadata = original.with("metadata").deepCopy();
        for (String field : List.of("labels", "annotations")) {
            JsonNode value = object.at("metadata", field);
            metadata.remove(field);
            if (value.isObject() && !value.isEmpty()) {
                metadata.set(field, value);
            }
        }
        object.node().set("metadata", metadata);
    }

    private static StatusException failed(GroupVersionKind from, String why) {
        return error(from, "failed: " + why);
    }

    private static StatusException returned(GroupVersionKind from, String what) {
        return error(from, "returned " + what);
    }

    /** Upstream has no reason for these and answers 500. */
    private static StatusException error(GroupVersionKind from, String what) {
        return new StatusException(
                Status.of(
                        StatusReason.UNKNOWN,
                        "conversion webhook for %s, Kind=%s %s"
                                .formatted(from.apiVersion(), from.kind(), what)));
    }
}
