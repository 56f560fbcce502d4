package io.alcove.apiserver.admission.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import java.util.Map;
import java.util.Optional;

/** Where the resources that make pods keep the template of them. */
final class PodTemplates {

    private static final String[] IN_SPEC = {"spec", "template"};

    private static final Map<GroupResource, String[]> PATHS =
            Map.of(
                    new GroupResource("", "podtemplates"), new String[] {"template"},
                    new GroupResource("", "replicationcontrollers"), IN_SPEC,
                    new GroupResource("apps", "replicasets"), IN_SPEC,
                    new GroupResource("apps", "deployments"), IN_SPEC,
                    new GroupResource("apps", "statefulsets"), IN_SPEC,
                    new GroupResource("apps", "daemonsets"), IN_SPEC,
                    new GroupResource("batch", "jobs"), IN_SPEC,
                    new GroupResource("batch", "cronjobs"),
                            new String[] {"spec", "jobTemplate", "spec", "template"});

    private PodTemplates() {}

    static boolean has(GroupResource resource) {
        return PATHS.containsKey(resource);
    }

    static Optional<PodView> of(GroupResource resource, ApiObject object) {
        String[] path = PATHS.get(resource);
        if (path == null) {
            return Optional.empty();
        }
        JsonNode template = object.at(path);
        return template.isObject()
                ? Optional.of(new PodView(template.path("metadata"), template.path("spec")))
                : Optional.empty();
    }
}
