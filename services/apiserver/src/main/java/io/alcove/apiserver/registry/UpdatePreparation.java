package io.alcove.apiserver.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.registry.metadata.MetadataRules;
import io.alcove.apiserver.registry.metadata.SystemMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What happens to an object between a change of it and the store. */
final class UpdatePreparation {

    private static final Set<String> WRITTEN_BY_STATUS =
            Set.of("apiVersion", "kind", "metadata", "status");

    void prepare(Write write, UpdateRules rules, ApiObject object, ApiObject old) {
        Resource resource = write.resource();
        RequestNames.matchNamespace(write, object);
        SystemMetadata.carryOverGeneration(object, old);
        carryOver(write, object, old);
        rules.prepareForUpdate(write.context(), object, old);
        SystemMetadata.carryOver(object, old);
        ObjectForm.complete(resource, object);
        if (!rules.keepsGeneration()
                && !write.subresource().equals(Subresources.STATUS)
                && resource.strategy().countsGenerations()
                && resource.strategy().bumpsGeneration(object, old)) {
            SystemMetadata.bumpGeneration(object, old);
        }
        validate(write, rules, object, old);
        write.warn(rules.updateWarnings(write.context(), object, old));
    }

    private static void carryOver(Write write, ApiObject object, ApiObject old) {
        if (write.subresource().equals("status")) {
            List<String> others = new ArrayList<>();
            object.node().fieldNames().forEachRemaining(others::add);
            others.removeAll(WRITTEN_BY_STATUS);
            object.node().remove(others);
            for (Map.Entry<String, JsonNode> field : old.node().properties()) {
                if (!WRITTEN_BY_STATUS.contains(field.getKey())) {
                    object.node().set(field.getKey(), field.getValue().deepCopy());
                }
            }
        } else if (write.resource().hasStatus()
                && (write.subresource().isEmpty() || write.subresource().equals("scale"))) {
            object.node().remove("status");
            JsonNode status = old.node().get("status");
            if (status != null) {
                object.node().set("status", status.deepCopy());
            }
        }
    }

    private static void validate(Write write, UpdateRules rules, ApiObject object, ApiObject old) {
        Resource resource = write.resource();
        List<StatusCause> causes =
                new ArrayList<>(
                        MetadataRules.check(
                                object,
                                resource.served().namespaced(),
                                resource.strategy()::validateName));
        causes.addAll(MetadataRules.checkUpdate(object, old));
        causes.addAll(rules.validateUpdate(write.context(), object, old));
        if (!causes.isEmpty()) {
            throw StatusException.invalid(
                    resource.reportedKind(), object.name(), causes.stream().distinct().toList());
        }
    }
}
