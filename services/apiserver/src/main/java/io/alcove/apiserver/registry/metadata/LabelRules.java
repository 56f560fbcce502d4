package io.alcove.apiserver.registry.metadata;

import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

final class LabelRules {

    private static final int MAX_ANNOTATIONS_BYTES = 256 * 1024;

    private LabelRules() {}

    static void checkLabels(ApiObject object, List<StatusCause> causes) {
        object.labels()
                .forEach(
                        (key, value) -> {
                            LabelNames.key(key).forEach(p -> add("labels", key, p, causes));
                            LabelNames.value(value).forEach(p -> add("labels", value, p, causes));
                        });
    }

    static void checkAnnotations(ApiObject object, List<StatusCause> causes) {
        Map<String, String> annotations = object.annotations();
        long bytes = 0;
        for (Map.Entry<String, String> annotation : annotations.entrySet()) {
            String key = annotation.getKey();
            LabelNames.key(key.toLowerCase(Locale.ROOT))
                    .forEach(p -> add("annotations", key, p, causes));
            bytes += bytes(key) + bytes(annotation.getValue());
        }
        if (bytes > MAX_ANNOTATIONS_BYTES) {
            causes.add(StatusCause.tooLong("metadata.annotations", MAX_ANNOTATIONS_BYTES));
        }
    }

    private static void add(String field, String value, String problem, List<StatusCause> causes) {
        causes.add(StatusCause.invalid("metadata." + field, value, problem));
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
