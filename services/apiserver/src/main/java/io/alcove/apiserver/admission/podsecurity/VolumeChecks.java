package io.alcove.apiserver.admission.podsecurity;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which kinds of volumes a pod brings. */
final class VolumeChecks {

    private static final Set<String> RESTRICTED =
            Set.of(
                    "configMap",
                    "csi",
                    "downwardAPI",
                    "emptyDir",
                    "ephemeral",
                    "image",
                    "persistentVolumeClaim",
                    "projected",
                    "secret");

    private VolumeChecks() {}

    static Optional<Violation> hostPath(PodView pod) {
        List<String> bad =
                pod.spec()
                        .path("volumes")
                        .valueStream()
                        .filter(volume -> volume.has("hostPath"))
                        .map(VolumeChecks::name)
                        .toList();
        return bad.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                "hostPath volumes",
                                Wording.plural("volume", bad.size()) + " " + Wording.quoted(bad)));
    }

    static Optional<Violation> restricted(PodView pod) {
        List<String> bad = new ArrayList<>();
        NavigableSet<String> types = new TreeSet<>();
        for (JsonNode volume : pod.spec().path("volumes")) {
            String type = type(volume);
            if (!RESTRICTED.contains(type)) {
                bad.add(name(volume));
                types.add(type);
            }
        }
        return bad.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Violation(
                                "restricted volume types",
                                "%s %s %s %s %s"
                                        .formatted(
                                                Wording.plural("volume", bad.size()),
                                                Wording.quoted(bad),
                                                bad.size() == 1 ? "uses" : "use",
                                                Wording.plural(
                                                        "restricted volume type", types.size()),
                                                Wording.quoted(types))));
    }

    private static String name(JsonNode volume) {
        return volume.path("name").asText("");
    }

    private static String type(JsonNode volume) {
        for (var field : volume.properties()) {
            if (!field.getKey().equals("name") && field.getValue().isObject()) {
                return field.getKey();
            }
        }
        return "unknown";
    }
}
