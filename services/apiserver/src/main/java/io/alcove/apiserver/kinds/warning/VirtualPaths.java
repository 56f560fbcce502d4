package io.alcove.apiserver.kinds.warning;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The files that a volume is made of, one of which may hide another. */
final class VirtualPaths {

    /**
     * @param source where it comes from; "" where the volume has one source
     */
    private record VirtualPath(String path, String source) {

        boolean meets(VirtualPath other) {
            return !other.path.isEmpty()
                    && ((other.path + "/").startsWith(path + "/")
                            || (path + "/").startsWith(other.path + "/"));
        }

        @Override
        public String toString() {
            return source.isEmpty() ? "\"" + path + "\"" : "\"%s\" (%s)".formatted(path, source);
        }
    }

    private VirtualPaths() {}

    static void check(Inspection volume, Consumer<String> texts) {
        String name = volume.field("name").text();
        Inspection map = volume.field("configMap");
        overlaps(name, named("ConfigMap", map, "name"), items(map.node(), ""), texts);
        Inspection secret = volume.field("secret");
        overlaps(name, named("Secret", secret, "secretName"), items(secret.node(), ""), texts);
        overlaps(name, "DownwardAPI", items(volume.node().path("downwardAPI"), ""), texts);
        List<VirtualPath> paths = new ArrayList<>();
        volume.at("projected", "sources")
                .each(
                        source -> {
                            if (source.isBlank()) {
                                texts.accept(
                                        "volume \"%s\" (Projected) has no sources provided"
                                                .formatted(name));
                            }
                            paths.addAll(projected(source));
                        });
        overlaps(name, "Projected", paths, texts);
    }

    private static String named(String kind, Inspection source, String field) {
        return kind + " \"" + source.field(field).text() + "\"";
    }

    private static List<VirtualPath> projected(Inspection source) {
        for (Map.Entry<String, JsonNode> each : source.node().properties()) {
            JsonNode value = each.getValue();
            Inspection held = source.field(each.getKey());
            switch (each.getKey()) {
                case "configMap" -> {
                    return items(value, named("ConfigMap", held, "name"));
                }
                case "secret" -> {
                    return items(value, named("Secret", held, "name"));
                }
                case "downwardAPI" -> {
                    return items(value, "DownwardAPI");
                }
                case "serviceAccountToken" -> {
                    return List.of(path(value.path("path"), "ServiceAccountToken"));
                }
                case "clusterTrustBundle" -> {
                    String field = held.field("name").isPresent() ? "name" : "signerName";
                    return List.of(
                            path(value.path("path"), named("ClusterTrustBundle", held, field)));
                }
                case "podCertificate" -> {
                    return List.of(
                            path(value.path("certificateChainPath"), "PodCertificate chain"),
                            path(value.path("keyPath"), "PodCertificate key"),
                            path(
                                    value.path("credentialBundlePath"),
                                    "PodCertificate credential bundle"));
                }
                default -> {}
            }
        }
        return List.of();
    }

    private static List<VirtualPath> items(JsonNode source, String name) {
        List<VirtualPath> paths = new ArrayList<>();
        source.path("items").forEach(item -> paths.add(path(item.path("path"), name)));
        return paths;
    }

    private static VirtualPath path(JsonNode path, String source) {
        String text = path.asText("");
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        return new VirtualPath(text.substring(0, end), source);
    }

    private static void overlaps(
            String volume, String source, List<VirtualPath> paths, Consumer<String> texts) {
        for (int i = 0; i < paths.size(); i++) {
            VirtualPath path = paths.get(i);
            for (VirtualPath earlier : paths.subList(0, i)) {
                if (!path.path().isEmpty() && path.meets(earlier)) {
                    texts.accept(
                            "volume \"%s\" (%s): overlapping paths: %s with %s"
                                    .formatted(volume, source, path, earlier));
                }
            }
        }
    }
}
