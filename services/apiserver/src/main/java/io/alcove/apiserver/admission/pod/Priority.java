package io.alcove.apiserver.admission.pod;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.CoreResources;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives a pod the number of its priority class; there is one default class at most. */
public final class Priority implements AdmissionPlugin {

    public static final String NAME = "Priority";

    private static final GroupResource CLASSES =
            new GroupResource("scheduling.k8s.io", "priorityclasses");

    private final ClusterObjects objects;

    public Priority(ClusterObjects objects) {
        this.objects = objects;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.CREATE, Operation.UPDATE);
    }

    @Override
    public void mutate(AdmissionRequest request) {
        if (request.isFor(CoreResources.PODS)) {
            ObjectNode spec = request.newObject().with("spec");
            if (request.is(Operation.CREATE)) {
                prioritize(request, spec);
            } else {
                keep(spec, request.presentObject().at("spec"));
            }
        }
    }

    private static void keep(ObjectNode spec, JsonNode present) {
        for (String field : List.of("priority", "preemptionPolicy")) {
            if (!spec.has(field) && present.has(field)) {
                spec.set(field, present.get(field));
            }
        }
    }

    private void prioritize(AdmissionRequest request, ObjectNode spec) {
        Level level = level(request, spec.path("priorityClassName").asText(""));
        if (!level.className().isEmpty()) {
            spec.put("priorityClassName", level.className());
        }
        JsonNode given = spec.path("priority");
        if (given.isNumber() && given.intValue() != level.value()) {
            throw request.forbidden(
                    "the integer value of priority (%d) must not be provided in pod spec; priority admission controller computed %d from the given PriorityClass name"
                            .formatted(given.intValue(), level.value()));
        }
        spec.set("priority", IntNode.valueOf(level.value()));
        if (level.preemption().isEmpty()) {
            return;
        }
        String policy = spec.path("preemptionPolicy").asText(level.preemption());
        if (!policy.equals(level.preemption())) {
            throw request.forbidden(
                    "the string value of PreemptionPolicy (%s) must not be provided in pod spec; priority admission controller computed %s from the given PriorityClass name"
                            .formatted(policy, level.preemption()));
        }
        spec.set("preemptionPolicy", TextNode.valueOf(policy));
    }

    private Level level(AdmissionRequest request, String className) {
        if (className.isEmpty()) {
            return defaultClass().map(Level::of).orElse(Level.NONE);
        }
        return objects.get(CLASSES, ObjectName.clusterScoped(className))
                .map(Level::of)
                .orElseThrow(
                        () ->
                                request.forbidden(
                                        "no PriorityClass with name " + className + " was found"));
    }

    private Optional<ApiObject> defaultClass() {
        return objects.list(CLASSES, "").stream()
                .filter(each -> each.at("globalDefault").asBoolean())
                .min(Comparator.comparingInt(each -> each.at("value").asInt()));
    }

    @Override
    public void validate(AdmissionRequest request) {
        if (!request.isFor(CLASSES) || !request.newObject().at("globalDefault").asBoolean()) {
            return;
        }
        defaultClass()
                .filter(
                        present ->
                                request.is(Operation.CREATE)
                                        || !present.name().equals(request.newObject().name()))
                .ifPresent(
                        present -> {
                            throw request.forbidden(
                                    "PriorityClass %s is already marked as default. Only one default can exist"
                                            .formatted(present.name()));
                        });
    }

    private record Level(String className, int value, String preemption) {

        static final Level NONE = new Level("", 0, "PreemptLowerPriority");

        static Level of(ApiObject priorityClass) {
            return new Level(
                    priorityClass.name(),
                    priorityClass.at("value").asInt(),
                    priorityClass.text("preemptionPolicy"));
        }
    }
}
