package io.alcove.apiserver.kinds.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.LabelNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** metadata of templates, of which only labels and annotations count. */
public final class TemplateMetadata {

    private static final int MAX_ANNOTATIONS_BYTES = 256 * 1024;
    private static final List<String> NOT_IN_TEMPLATES =
            List.of(
                    "name",
                    "generateName",
                    "namespace",
                    "selfLink",
                    "uid",
                    "resourceVersion",
                    "generation",
                    "creationTimestamp",
                    "deletionTimestamp",
                    "deletionGracePeriodSeconds",
                    "ownerReferences",
                    "finalizers",
                    "managedFields");

    private TemplateMetadata() {}

    public static void annotations(Inspection annotations) {
        if (annotations.size() == 0) {
            return;
        }
        long size = 0;
        for (Map.Entry<String, JsonNode> each : annotations.node().properties()) {
            String key = each.getKey();
            LabelNames.key(key.toLowerCase(Locale.ROOT))
                    .forEach(problem -> annotations.invalid(key, problem));
            size += Bytes.length(key) + Bytes.length(each.getValue().asText(""));
        }
        if (size > MAX_ANNOTATIONS_BYTES) {
            annotations.tooLong(MAX_ANNOTATIONS_BYTES);
        }
    }

    /** Of a template that takes labels and annotations and refuses all else. */
    public static void onlyLabelsAndAnnotations(Inspection metadata) {
        annotations(metadata.field("annotations"));
        LabelRules.labels(metadata.field("labels"));
        for (String field : NOT_IN_TEMPLATES) {
            if (!metadata.field(field).isBlank()) {
                metadata.field(field).forbidden("cannot be set");
            }
        }
    }
}
