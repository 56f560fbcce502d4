package io.alcove.apimachinery.jsonpath;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A path such as {@code .status.conditions[?(@.type=="Ready")].status}, in the dialect of
 * client-go. What is missing on the way gives no values.
 */
public final class JsonPath {

    private final List<Step> steps;

    private JsonPath(List<Step> steps) {
        this.steps = steps;
    }

    /** Empty where the text is no path. */
    public static Optional<JsonPath> parse(String text) {
        try {
            return Optional.of(new JsonPath(new PathParser(text).path()));
        } catch (PathParser.Malformed _) {
            return Optional.empty();
        }
    }

    /** In the order of the document. */
    public List<JsonNode> find(JsonNode root) {
        return Step.walk(steps, List.of(root));
    }
}
