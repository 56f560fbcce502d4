package io.alcove.apimachinery.openapi;

import java.util.List;
import java.util.stream.Stream;

/**
 * A parameter of a request's query.
 *
 * @param type "string", "integer" or "boolean"
 */
record Parameter(String name, String type) {

    static final List<Parameter> LIST =
            parse(
                    "allowWatchBookmarks:boolean continue:string fieldSelector:string"
                            + " labelSelector:string limit:integer resourceVersion:string"
                            + " resourceVersionMatch:string sendInitialEvents:boolean"
                            + " shardSelector:string timeoutSeconds:integer watch:boolean");
    static final List<Parameter> WRITE =
            parse("dryRun:string fieldManager:string fieldValidation:string");
    static final List<Parameter> PATCH =
            parse("dryRun:string fieldManager:string fieldValidation:string force:boolean");
    static final List<Parameter> DELETE =
            parse(
                    "dryRun:string gracePeriodSeconds:integer"
                            + " ignoreStoreReadErrorWithClusterBreakingPotential:boolean"
                            + " orphanDependents:boolean propagationPolicy:string");
    static final List<Parameter> DELETE_COLLECTION =
            parse(
                    "continue:string dryRun:string fieldSelector:string gracePeriodSeconds:integer"
                            + " ignoreStoreReadErrorWithClusterBreakingPotential:boolean"
                            + " labelSelector:string limit:integer orphanDependents:boolean"
                            + " propagationPolicy:string resourceVersion:string"
                            + " resourceVersionMatch:string sendInitialEvents:boolean"
                            + " shardSelector:string timeoutSeconds:integer");
    private static final List<Parameter> LOG =
            parse(
                    "container:string follow:boolean insecureSkipTLSVerifyBackend:boolean"
                            + " limitBytes:integer previous:boolean sinceSeconds:integer"
                            + " stream:string tailLines:integer timestamps:boolean");
    private static final List<Parameter> ATTACH =
            parse("container:string stderr:boolean stdin:boolean stdout:boolean tty:boolean");
    private static final List<Parameter> EXEC =
            parse(
                    "command:string container:string stderr:boolean stdin:boolean stdout:boolean"
                            + " tty:boolean");

    /** What the subresources that are no objects take. */
    static List<Parameter> ofSubresource(String name) {
        return switch (name) {
            case "log" -> LOG;
            case "attach" -> ATTACH;
            case "exec" -> EXEC;
            case "portforward" -> parse("ports:integer");
            case "proxy" -> parse("path:string");
            default -> List.of();
        };
    }

    private static List<Parameter> parse(String parameters) {
        return Stream.of(parameters.split(" "))
                .map(text -> text.split(":"))
                .map(parts -> new Parameter(parts[0], parts[1]))
                .toList();
    }
}
