package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.syncer.mark.Marks;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The downward API. What would tell a container about its host pod is read from annotations of that
 * pod instead, which {@link #annotations} gives their virtual values.
 */
final class DownwardFields implements PodRewrite {

    private static final String LABELS = Marks.PREFIX + "pod-labels";
    private static final String ANNOTATIONS = Marks.PREFIX + "pod-annotations";
    private static final String SERVICE_ACCOUNT = Marks.PREFIX + "service-account-name";

    private static final Map<String, String> ANNOTATION_OF =
            Map.of(
                    "metadata.name",
                    Marks.OBJECT_NAME,
                    "metadata.namespace",
                    Marks.OBJECT_NAMESPACE,
                    "metadata.uid",
                    Marks.OBJECT_UID,
                    "metadata.labels",
                    LABELS,
                    "metadata.annotations",
                    ANNOTATIONS,
                    "spec.serviceAccountName",
                    SERVICE_ACCOUNT);

    private static final List<FieldPath> PATHS =
            List.of(
                    FieldPath.parse("containers[].env[].valueFrom.fieldRef.fieldPath"),
                    FieldPath.parse("initContainers[].env[].valueFrom.fieldRef.fieldPath"),
                    FieldPath.parse("volumes[].downwardAPI.items[].fieldRef.fieldPath"),
                    FieldPath.parse(
                            "volumes[].projected.sources[].downwardAPI.items[].fieldRef.fieldPath"));

    @Override
    public void rewrite(ObjectNode spec, ApiObject virtualPod, PodSurroundings surroundings) {
        for (FieldPath path : PATHS) {
            path.forEach(
                    spec,
                    (holder, field) -> {
                        String annotation = ANNOTATION_OF.get(holder.path(field).textValue());
                        if (annotation != null) {
                            holder.put(field, "metadata.annotations['" + annotation + "']");
                        }
                    });
        }
    }

    /** The annotations of the host pod beside its mark that the pod's fields need. */
    static Map<String, String> annotations(ApiObject virtualPod) {
        Map<String, String> annotations = new TreeMap<>();
        for (FieldPath path : PATHS) {
            path.forEach(
                    virtualPod.at("spec"),
                    (holder, field) -> {
                        switch (holder.path(field).textValue()) {
                            case "metadata.labels" ->
                                    annotations.put(LABELS, lines(virtualPod.labels()));
                            case "metadata.annotations" ->
                                    annotations.put(ANNOTATIONS, lines(virtualPod.annotations()));
                            case "spec.serviceAccountName" ->
                                    annotations.put(
                                            SERVICE_ACCOUNT,
                                            virtualPod.text("spec", "serviceAccountName"));
                            default -> {}
                        }
                    });
        }
        return annotations;
    }

    /** The form of a downwardAPI volume's file: a line key="quoted value" for each, sorted. */
    private static String lines(Map<String, String> map) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(map)
                .forEach(
                        (key, value) -> {
                            if (!lines.isEmpty()) {
                                lines.append('\n');
                            }
                            lines.append(key).append('=');
                            quote(lines, value);
                        });
        return lines.toString();
    }

    private static void quote(StringBuilder out, String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(c);
            }
        }
        out.append('"');
    }
}
