package io.alcove.apimachinery.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import java.util.List;

/** A JSON patch (RFC 6902), with the leniencies of the library that kube-apiserver applies. */
public final class JsonPatch {

    static final int MAX_OPERATIONS = 10_000;

    private final List<JsonPatchOperation> operations;

    private JsonPatch(List<JsonPatchOperation> operations) {
        this.operations = operations;
    }

    /**
     * @throws StatusException BadRequest where it is no list of operations, RequestEntityTooLarge
     *     where there are more than 10,000
     */
    public static JsonPatch parse(byte[] patch) {
        List<JsonPatchOperation> operations = JsonPatchReader.read(patch);
        if (operations.size() > MAX_OPERATIONS) {
            throw new StatusException(
                    Status.of(
                            StatusReason.REQUEST_ENTITY_TOO_LARGE,
                            "Request entity too large: The allowed maximum operations in a JSON"
                                    + " patch is "
                                    + MAX_OPERATIONS
                                    + ", got "
                                    + operations.size()));
        }
        return new JsonPatch(operations);
    }

    /**
     * The patched document, which may be no object any more; the given one stays as it was.
     *
     * @throws StatusException Invalid where an operation fails
     */
    public JsonNode apply(ObjectNode document) {
        JsonDocument patched = new JsonDocument(document.deepCopy());
        try {
            operations.forEach(operation -> operation.apply(patched));
        } catch (JsonPatchFailure _) {
            throw new StatusException(
                    Status.general(
                            StatusReason.INVALID,
                            "the server rejected our request due to an error in our request"));
        }
        return patched.root();
    }

    /** What applying gave, for who wants to know why it failed. */
    public sealed interface Outcome {

        record Patched(JsonNode document) implements Outcome {}

        /** A test operation did not hold. */
        record TestFailed() implements Outcome {}

        /**
         * @param why in upstream's words for what is most often wrong
         */
        record Failed(String why) implements Outcome {}
    }

    /** Like {@link #apply}, telling what went wrong. */
    public Outcome attempt(ObjectNode document) {
        JsonDocument patched = new JsonDocument(document.deepCopy());
        for (JsonPatchOperation operation : operations) {
            try {
                operation.apply(patched);
            } catch (JsonPatchFailure e) {
                return operation.isTest()
                        ? new Outcome.TestFailed()
                        : new Outcome.Failed(operation.failure(String.valueOf(e.getMessage())));
            }
        }
        return new Outcome.Patched(patched.root());
    }
}
