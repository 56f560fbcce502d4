package io.alcove.apiserver.admission.expression;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.CoreResources;
import io.alcove.apiserver.admission.Permissions;
import io.alcove.apiserver.admission.matching.MatchedKind;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.cel.interpreter.Variables;
import io.alcove.cel.library.Authorizers;
import io.alcove.cel.value.NullValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of a request's variables. */
public final class AdmissionVariables implements Variables {

    private final Map<String, Object> values = new HashMap<>();

    private AdmissionVariables() {}

    public static AdmissionVariables of(
            AdmissionRequest request,
            MatchedKind matched,
            ClusterObjects cluster,
            Permissions permissions) {
        AdmissionVariables variables = new AdmissionVariables();
        Map<String, Object> values = variables.values;
        values.put("object", tree(request.object(), matched));
        values.put("oldObject", tree(request.oldObject(), matched));
        values.put("request", request(request, matched));
        values.put("namespaceObject", namespace(request, cluster));
        values.put("params", NullValue.NULL);
        Authorizers.Authorizer authorizer = new PermissionsAuthorizer(permissions, request.user());
        values.put("authorizer", Authorizers.value(authorizer));
        values.put(
                "authorizer.requestResource",
                Authorizers.value(
                        authorizer,
                        new Authorizers.ResourceQuestion(
                                request.resource().group(),
                                request.resource().resource(),
                                request.subresource(),
                                request.namespace(),
                                request.name(),
                                "",
                                "",
                                "")));
        return variables;
    }

    /** The same with one more, or another value of one. */
    public AdmissionVariables with(String name, Object value) {
        AdmissionVariables more = new AdmissionVariables();
        more.values.putAll(values);
        more.values.put(name, value);
        return more;
    }

    @Override
    public @Nullable Object find(String name) {
        return values.get(name);
    }

    private static Object tree(Optional<ApiObject> object, MatchedKind matched) {
        if (object.isEmpty()) {
            return NullValue.NULL;
        }
        ObjectNode node = object.get().node();
        boolean sameKind = node.path("kind").asText().equals(matched.kind().kind());
        String version = matched.kind().apiVersion();
        if (!sameKind || node.path("apiVersion").asText().equals(version)) {
            return node;
        }
        ObjectNode seen = JsonNodeFactory.instance.objectNode();
        seen.setAll(node);
        return seen.put("apiVersion", version);
    }

    private static Object namespace(AdmissionRequest request, ClusterObjects cluster) {
        if (request.namespace().isEmpty() || request.isFor(CoreResources.NAMESPACES)) {
            return NullValue.NULL;
        }
        return cluster.get(CoreResources.NAMESPACES, ObjectName.clusterScoped(request.namespace()))
                .map(object -> (Object) object.node())
                .orElse(NullValue.NULL);
    }

    private static ObjectNode request(AdmissionRequest request, MatchedKind matched) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("kind", kind(matched.kind()));
        node.set("resource", resource(matched.resource()));
        optional(node, "subResource", request.subresource());
        node.set("requestKind", kind(request.kind()));
        node.set("requestResource", resource(request.context().info().groupVersionResource()));
        optional(node, "requestSubResource", request.subresource());
        optional(node, "name", request.name());
        optional(node, "namespace", request.namespace());
        node.put("operation", request.operation().name());
        node.set("userInfo", user(request.user()));
        node.put("dryRun", request.dryRun());
        node.set("options", options(request));
        return node;
    }

    private static void optional(ObjectNode node, String field, String text) {
        if (!text.isEmpty()) {
            node.put(field, text);
        }
    }

    private static ObjectNode kind(GroupVersionKind kind) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("group", kind.group())
                .put("version", kind.version())
                .put("kind", kind.kind());
    }

    private static ObjectNode resource(GroupVersionResource resource) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("group", resource.group())
                .put("version", resource.version())
                .put("resource", resource.resource());
    }

    private static ObjectNode user(UserInfo user) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        optional(node, "username", user.name());
        optional(node, "uid", user.uid());
        strings(node.putArray("groups"), user.groups());
        if (!user.extra().isEmpty()) {
            ObjectNode extra = node.putObject("extra");
            user.extra().forEach((key, all) -> strings(extra.putArray(key), all));
        }
        return node;
    }

    private static void strings(ArrayNode array, List<String> texts) {
        texts.forEach(array::add);
    }

    private static ObjectNode options(AdmissionRequest request) {
        String kind =
                switch (request.operation()) {
                    case CREATE -> "CreateOptions";
                    case UPDATE -> "UpdateOptions";
                    case DELETE -> "DeleteOptions";
                    case CONNECT -> "";
                };
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return kind.isEmpty() ? node : node.put("apiVersion", "meta.k8s.io/v1").put("kind", kind);
    }
}
