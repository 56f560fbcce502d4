package io.alcove.apiserver.customresource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.registry.KindStrategy;
import io.alcove.apiserver.registry.UpdateRules;
import io.alcove.apiserver.request.RequestContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What its definition says of a custom kind. */
final class CustomStrategy implements KindStrategy {

    private final CustomVersion version;
    private final CustomRules rules;

    CustomStrategy(CustomVersion version) {
        this.version = version;
        this.rules = new CustomRules(version);
    }

    @Override
    public void prepareForCreate(RequestContext context, ApiObject object) {
        if (version.family().isTerminating()) {
            Definition definition = version.family().definition();
            throw StatusException.forbidden(
                    new GroupResource(definition.group(), definition.names().plural()),
                    object.name(),
                    "create not allowed while custom resource definition is terminating");
        }
    }

    @Override
    public List<StatusCause> validateCreate(RequestContext context, ApiObject object) {
        return rules.check(object);
    }

    @Override
    public List<StatusCause> validateUpdate(
            RequestContext context, ApiObject object, ApiObject old) {
        return rules.checkChange(object, old, context.warnings());
    }

    @Override
    public List<String> createWarnings(RequestContext context, ApiObject object) {
        return FinalizerWarnings.of(object, Set.of());
    }

    @Override
    public List<String> updateWarnings(RequestContext context, ApiObject object, ApiObject old) {
        return FinalizerWarnings.of(object, new HashSet<>(old.finalizers()));
    }

    @Override
    public boolean allowsUnconditionalUpdate() {
        return false;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public boolean bumpsGeneration(ApiObject object, ApiObject old) {
        return !JsonValues.equal(content(object), content(old));
    }

    private static ObjectNode content(ApiObject object) {
        ObjectNode content = object.node().objectNode();
        content.setAll(object.node());
        content.remove("metadata");
        return content;
    }

    @Override
    public Optional<UpdateRules> subresource(String name) {
        return name.equals("status") ? Optional.of(new CustomStatusRules(rules)) : Optional.empty();
    }

    @Override
    public Set<String> fieldLabels() {
        Set<String> labels = new HashSet<>();
        version.definition().selectableFields().forEach(path -> labels.add(label(path)));
        return labels;
    }

    @Override
    public Map<String, String> fields(ApiObject object) {
        Map<String, String> fields = new HashMap<>();
        for (String path : version.definition().selectableFields()) {
            JsonNode value = object.at(DefinitionVersion.path(path).toArray(String[]::new));
            fields.put(label(path), value.isValueNode() && !value.isNull() ? value.asText() : "");
        }
        return fields;
    }

    private static String label(String path) {
        return path.startsWith(".") ? path.substring(1) : path;
    }
}
