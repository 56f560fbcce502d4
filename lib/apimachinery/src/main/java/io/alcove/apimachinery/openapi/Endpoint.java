package io.alcove.apimachinery.openapi;

import java.util.List;

/**
 * A path and what it answers.
 *
 * @param path with its parameters in braces
 * @param pathParameters "name", "namespace"
 * @param pretty whether it takes the query parameter of that name
 */
record Endpoint(
        String path, List<String> pathParameters, boolean pretty, List<Operation> operations) {}
