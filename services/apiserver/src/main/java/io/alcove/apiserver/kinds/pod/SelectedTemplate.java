package io.alcove.apiserver.kinds.pod;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.selector.InvalidSelectorException;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What holds between the template and the selector of a controller of pods. */
public final class SelectedTemplate {

    private static final List<String> ALWAYS = List.of("Always");

    private SelectedTemplate() {}

    /** The selector where it can be read. */
    public static Optional<LabelSelector> selector(JsonNode selector) {
        try {
            return Optional.of(LabelSelector.of(selector));
        } catch (InvalidSelectorException _) {
            return Optional.empty();
        }
    }

    /** An empty selector matches whatever labels there are. */
    public static void matches(Inspection template, LabelSelector selector) {
        Inspection labels = template.at("metadata", "labels");
        if (!selector.matches(map(labels.node()))) {
            labels.invalidAs("ms", "`selector` does not match template `labels`");
        }
    }

    private static Map<String, String> map(JsonNode labels) {
        Map<String, String> map = new HashMap<>();
        labels.properties().forEach(e -> map.put(e.getKey(), e.getValue().asText("")));
        return map;
    }

    /** Of pods that run for ever. */
    public static void runsForEver(Inspection template, String kind) {
        Inspection spec = template.field("spec");
        if (!spec.field("restartPolicy").is("Always")) {
            spec.field("restartPolicy").notSupported(ALWAYS);
        }
        if (spec.field("activeDeadlineSeconds").isPresent()) {
            spec.field("activeDeadlineSeconds")
                    .forbidden("activeDeadlineSeconds in " + kind + " is not Supported");
        }
    }
}
