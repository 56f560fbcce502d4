package io.alcove.apiserver.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A compiled expression. */
@FunctionalInterface
public interface Expression {

    /**
     * @param variables by name
     * @return JSON of the result
     * @throws ExpressionException where it fails
     */
    JsonNode evaluate(Map<String, JsonNode> variables) throws ExpressionException;
}
