package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.structural.EmbeddedResources;
import io.alcove.apimachinery.structural.StructuralSchema;
import io.alcove.apiserver.registry.metadata.MetadataRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rules of resources inside of a resource. */
final class EmbeddedRules {

    /** Upstream wants a name, and takes any for the right one where there is none. */
    private static final String STAND_IN = "fakename";

    private EmbeddedRules() {}

    static List<StatusCause> check(ApiObject object, StructuralSchema schema) {
        List<StatusCause> causes = new ArrayList<>();
        EmbeddedResources.each(
                object.node(), schema, "", (path, resource) -> check(path, resource, causes));
        return causes;
    }

    private static void check(String path, ObjectNode resource, List<StatusCause> causes) {
        String apiVersionPath = path + ".apiVersion";
        String kindPath = path + ".kind";
        if (!resource.has("apiVersion")) {
            causes.add(StatusCause.required(apiVersionPath, ""));
        }
        if (!resource.has("kind")) {
            causes.add(StatusCause.required(kindPath, ""));
        }
        if (resource.has("apiVersion")) {
            checkApiVersion(apiVersionPath, resource.path("apiVersion"), causes);
        }
        if (resource.has("kind")) {
            checkKind(kindPath, resource.path("kind"), causes);
        }
        if (resource.path("metadata") instanceof ObjectNode metadata) {
            checkMetadata(path + ".metadata", metadata, causes);
        }
    }

    private static void checkApiVersion(String path, JsonNode value, List<StatusCause> causes) {
        String text = value.asText();
        if (text.isEmpty()) {
            causes.add(StatusCause.invalid(path, "", "must not be empty"));
        } else if (text.chars().filter(c -> c == '/').count() > 1) {
            causes.add(StatusCause.invalid(path, text, "unexpected GroupVersion string: " + text));
        }
    }

    private static void checkKind(String path, JsonNode value, List<StatusCause> causes) {
        String kind = value.asText();
        if (kind.isEmpty()) {
            causes.add(StatusCause.invalid(path, "", "must not be empty"));
            return;
        }
        List<String> problems = Names.dns1035Label(kind.toLowerCase(Locale.ROOT));
        if (!problems.isEmpty()) {
            causes.add(
                    StatusCause.invalid(
                            path,
                            kind,
                            "may have mixed case, but should otherwise match: "
                                    + String.join(",", problems)));
        }
    }

    private static void checkMetadata(String path, ObjectNode metadata, List<StatusCause> causes) {
        ObjectNode named = metadata.deepCopy();
        if (named.path("name").asText("").isEmpty()) {
            named.put("name", STAND_IN);
        }
        ObjectNode resource = metadata.objectNode();
        resource.set("metadata", named);
        ApiObject object = ApiObject.of(resource);
        List<StatusCause> found =
                MetadataRules.check(
                        object,
                        !object.namespace().isEmpty(),
                        (name, prefix) ->
                                Names.pathSegment(prefix ? Names.maskTrailingDash(name) : name));
        for (StatusCause cause : found) {
            String field = path + cause.field().substring("metadata".length());
            causes.add(new StatusCause(cause.reason(), cause.message(), field));
        }
    }
}
