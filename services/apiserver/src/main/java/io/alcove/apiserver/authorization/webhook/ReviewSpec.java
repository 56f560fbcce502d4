package io.alcove.apiserver.authorization.webhook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.selector.FieldSelector;
import io.alcove.apimachinery.selector.Requirement;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.util.List;
import java.util.TreeMap;

/** A request as the spec of a SubjectAccessReview. */
final class ReviewSpec {

    private ReviewSpec() {}

    static ObjectNode of(UserInfo user, RequestInfo request) {
        ObjectNode spec = JsonNodeFactory.instance.objectNode();
        if (request.isResourceRequest()) {
            spec.set("resourceAttributes", attributes(request));
        } else {
            ObjectNode path = spec.putObject("nonResourceAttributes");
            put(path, "path", request.path());
            put(path, "verb", request.verb());
        }
        put(spec, "user", user.name());
        if (!user.groups().isEmpty()) {
            spec.set("groups", list(user.groups()));
        }
        if (!user.extra().isEmpty()) {
            ObjectNode extra = spec.putObject("extra");
            new TreeMap<>(user.extra()).forEach((key, values) -> extra.set(key, list(values)));
        }
        put(spec, "uid", user.uid());
        return spec;
    }

    private static ObjectNode attributes(RequestInfo request) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        put(attributes, "namespace", request.namespace());
        put(attributes, "verb", request.verb());
        put(attributes, "group", request.group());
        put(attributes, "version", request.version());
        put(attributes, "resource", request.resource());
        put(attributes, "subresource", request.subresource());
        put(attributes, "name", request.name());
        if (!request.selectors().fields().terms().isEmpty()) {
            ArrayNode all = attributes.putObject("fieldSelector").putArray("requirements");
            request.selectors().fields().terms().forEach(term -> add(all, term));
        }
        if (!request.selectors().labels().requirements().isEmpty()) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            request.selectors().labels().requirements().forEach(r -> add(all, r));
            if (!all.isEmpty()) {
                attributes.putObject("labelSelector").set("requirements", all);
            }
        }
        return attributes;
    }

    private static void add(ArrayNode all, FieldSelector.Term term) {
        all.addObject()
                .put("key", term.field())
                .put("operator", term.equal() ? "In" : "NotIn")
                .putArray("values")
                .add(term.value());
    }

    /** What the API has no operator for is left out: then more is asked for than is meant. */
    private static void add(ArrayNode all, Requirement requirement) {
        String operator =
                switch (requirement.operator()) {
                    case IN, EQUALS, DOUBLE_EQUALS -> "In";
                    case NOT_IN, NOT_EQUALS -> "NotIn";
                    case EXISTS -> "Exists";
                    case DOES_NOT_EXIST -> "DoesNotExist";
                    case GREATER_THAN, LESS_THAN -> "";
                };
        if (!operator.isEmpty()) {
            ObjectNode one =
                    all.addObject().put("key", requirement.key()).put("operator", operator);
            if (!requirement.values().isEmpty()) {
                one.set("values", list(requirement.values()));
            }
        }
    }

    private static ArrayNode list(List<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }

    private static void put(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }
}
