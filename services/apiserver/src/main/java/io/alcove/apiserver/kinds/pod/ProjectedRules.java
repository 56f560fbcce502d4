package io.alcove.apiserver.kinds.pod;

import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.PathRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Volumes of files that come from several places, and the downward API's own. */
final class ProjectedRules {

    private static final List<String> FIELD_PATHS =
            List.of(
                    "metadata.annotations",
                    "metadata.labels",
                    "metadata.name",
                    "metadata.namespace",
                    "metadata.uid");
    private static final List<String> SOURCES =
            List.of(
                    "secret",
                    "configMap",
                    "downwardAPI",
                    "serviceAccountToken",
                    "clusterTrustBundle",
                    "podCertificate");
    private static final String CONFLICT = "conflicting duplicate paths";
    private static final long MIN_SECONDS = 600;
    private static final long MAX_SECONDS = 1L << 32;

    private ProjectedRules() {}

    static void downwardVolume(Inspection volume) {
        PathRules.fileMode(volume.field("defaultMode"));
        volume.field("items").each(file -> downwardFile(volume.holding(file.node())));
    }

    static void check(Inspection projected) {
        PathRules.fileMode(projected.field("defaultMode"));
        Set<String> paths = new HashSet<>();
        projected.field("sources").each(source -> source(projected, source, paths));
    }

    private static void source(Inspection projected, Inspection source, Set<String> paths) {
        int kinds = 0;
        for (String kind : SOURCES) {
            Inspection each = source.field(kind);
            if (each.isPresent()) {
                kinds++;
                source(projected, kind, each, paths);
            }
        }
        if (kinds > 1) {
            source.forbidden("may not specify more than 1 volume type per source");
        }
    }

    private static void source(
            Inspection projected, String kind, Inspection source, Set<String> paths) {
        switch (kind) {
            case "secret", "configMap" -> keys(projected, source, paths);
            case "downwardAPI" ->
                    source.field("items")
                            .each(
                                    file -> {
                                        downwardFile(source.holding(file.node()));
                                        String path = file.field("path").text();
                                        unique(projected, path, path, paths);
                                    });
            case "serviceAccountToken" -> token(projected, source);
            // clusterTrustBundle and podCertificate are behind gates that are off
            default -> {}
        }
    }

    private static void keys(Inspection projected, Inspection source, Set<String> paths) {
        source.field("name").required();
        source.field("items")
                .each(
                        item -> {
                            VolumeRules.keyToPath(item);
                            unique(
                                    projected,
                                    item.field("path").text(),
                                    source.field("name").text(),
                                    paths);
                        });
    }

    private static void unique(
            Inspection projected, String path, String reported, Set<String> paths) {
        if (!path.isEmpty() && !paths.add(path)) {
            projected.invalid(reported, CONFLICT);
        }
    }

    private static void token(Inspection projected, Inspection token) {
        Inspection seconds = token.field("expirationSeconds");
        if (seconds.number() < MIN_SECONDS) {
            seconds.invalid("may not specify a duration less than 10 minutes");
        }
        if (seconds.number() > MAX_SECONDS) {
            seconds.invalid("may not specify a duration larger than 2^32 seconds");
        }
        Inspection path = projected.field("path", token.node().path("path"));
        if (path.required()) {
            PathRules.unreserved(path);
        }
    }

    private static void downwardFile(Inspection file) {
        file.field("path").required();
        PathRules.unreserved(file.field("path"));
        Inspection field = file.field("fieldRef");
        Inspection resource = file.field("resourceFieldRef");
        if (field.isPresent()) {
            DownwardRules.field(field, FIELD_PATHS);
            if (resource.isPresent()) {
                file.invalid(
                        "resource",
                        "fieldRef and resourceFieldRef can not be specified simultaneously");
            }
        } else if (resource.isPresent()) {
            DownwardRules.resource(resource, true);
        } else {
            file.missing("one of fieldRef and resourceFieldRef is required");
        }
        PathRules.fileMode(file.field("mode"));
    }
}
