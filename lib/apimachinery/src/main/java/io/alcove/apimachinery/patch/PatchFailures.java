package io.alcove.apimachinery.patch;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;

/** How upstream refuses malformed strategic merge patches; what it has no reason for gets 500. */
final class PatchFailures {

    private PatchFailures() {}

    static StatusException badPrimitiveList() {
        return StatusException.badRequest("invalid patch format of primitive list");
    }

    static StatusException badRetainKeys() {
        return StatusException.badRequest("invalid patch format of retainKeys");
    }

    static StatusException badElementOrder() {
        return StatusException.badRequest("invalid patch format of setElementOrder list");
    }

    static StatusException listOfLists() {
        return new StatusException(
                Status.general(
                        StatusReason.INVALID,
                        "the server rejected our request due to an error in our request"));
    }

    static StatusException noMergeKey(JsonNode element, String key) {
        return unknown(
                "map: " + GoText.value(element) + " does not contain declared merge key: " + key);
    }

    static StatusException unknownDirective(JsonNode directive, JsonNode map) {
        return unknown(
                "unknown patch type: " + GoText.value(directive) + " in map: " + GoText.value(map));
    }

    static StatusException wrongType(String expected, JsonNode actual) {
        return unknown("expected a " + expected + ", but received a " + GoText.typeName(actual));
    }

    static StatusException orderMismatch(JsonNode items, JsonNode order) {
        return unknown(
                "The order in patch list:\n"
                        + GoText.value(items)
                        + "\n doesn't match $setElementOrder list:\n"
                        + GoText.value(order)
                        + "\n");
    }

    static StatusException unknown(String message) {
        return new StatusException(Status.of(StatusReason.UNKNOWN, message));
    }
}
