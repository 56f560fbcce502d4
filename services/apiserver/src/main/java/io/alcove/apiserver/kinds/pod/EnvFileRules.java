package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.kinds.validation.Inspection;

/** Files of environment variables lie in volumes of the pod's own. */
final class EnvFileRules {

    private EnvFileRules() {}

    static void check(Inspection spec) {
        JsonNode volumes = spec.node().path("volumes");
        ContainerLists.visit(
                spec,
                container ->
                        container
                                .field("env")
                                .each(
                                        variable -> {
                                            Inspection file =
                                                    variable.at("valueFrom", "fileKeyRef");
                                            if (file.isPresent()) {
                                                volume(file.field("volumeName"), volumes);
                                            }
                                        }));
    }

    private static void volume(Inspection name, JsonNode volumes) {
        for (JsonNode volume : volumes) {
            if (volume.path("name").asText("").equals(name.text())) {
                if (!volume.path("emptyDir").isObject()) {
                    name.invalid(name.text(), "referenced volume must be of type emptyDir");
                }
                return;
            }
        }
        name.notFound();
    }
}
