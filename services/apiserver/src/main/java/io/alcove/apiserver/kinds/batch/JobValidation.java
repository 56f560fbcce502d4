package io.alcove.apiserver.kinds.batch;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.apiserver.kinds.pod.SelectedTemplate;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Jobs. */
public final class JobValidation implements Validation {

    private static final String SELECTOR = "*ov1.LabelSelector";
    private static final String PREFIX = "batch.kubernetes.io/";

    @Override
    public void check(Inspection job) {
        Inspection spec = job.field("spec");
        if (!spec.field("manualSelector").isTrue() && spec.field("selector").isPresent()) {
            generatedSelector(job);
        }
        spec(spec);
        indexedName(job);
    }

    private static void generatedSelector(Inspection job) {
        String uid = job.at("metadata", "uid").text();
        String name = job.at("metadata", "name").text();
        Inspection labels = job.at("spec", "template", "metadata", "labels");
        hasLabel(labels, "controller-uid", uid);
        hasLabel(labels, "job-name", name);
        hasLabel(labels, PREFIX + "controller-uid", uid);
        hasLabel(labels, PREFIX + "job-name", name);
        Map<String, String> generated =
                Map.of(
                        "controller-uid",
                        uid,
                        "job-name",
                        name,
                        PREFIX + "controller-uid",
                        uid,
                        PREFIX + "job-name",
                        name);
        Inspection selector = job.at("spec", "selector");
        Optional<LabelSelector> parsed = SelectedTemplate.selector(selector.node());
        if (parsed.isPresent() && !parsed.get().matches(generated)) {
            selector.invalidAs(SELECTOR, "`selector` not auto-generated");
        }
    }

    private static void hasLabel(Inspection labels, String key, String expected) {
        Inspection label = labels.entry(key);
        if (!label.isPresent()) {
            label.missing("must be '" + expected + "'");
        } else if (!label.is(expected)) {
            label.holding(labels.node()).invalidAs("ms", "must be '" + expected + "'");
        }
    }

    private static void spec(Inspection spec) {
        JobSpecRules.check(spec);
        Inspection selector = spec.field("selector");
        if (selector.isPresent()) {
            LabelRules.selector(selector);
        } else {
            selector.missing();
        }
        SelectedTemplate.selector(selector.node())
                .ifPresent(parsed -> SelectedTemplate.matches(spec.field("template"), parsed));
    }

    /** The last of its pods has a hostname too. */
    private static void indexedName(Inspection job) {
        Inspection completions = job.at("spec", "completions");
        if (!job.at("spec", "completionMode").is("Indexed") || completions.number() <= 0) {
            return;
        }
        Inspection name = job.at("metadata", "name");
        String hostname = name.text() + "-" + (completions.number() - 1);
        if (!Names.dns1123Label(hostname).isEmpty()) {
            name.invalid("will not able to create pod with invalid DNS label: " + hostname);
        }
    }

    @Override
    public void checkUpdate(Inspection job, ApiObject old) {
        Inspection spec = job.field("spec");
        JsonNode before = old.at("spec");
        spec(spec);
        completions(spec, before);
        spec.field("selector").immutable(before.path("selector"), SELECTOR);
        JobTemplateRules.checkUpdate(spec, old);
        spec.field("completionMode").immutable(before.path("completionMode"), "*s");
        spec.field("podFailurePolicy")
                .immutable(before.path("podFailurePolicy"), "*obatch.PodFailurePolicy");
        spec.field("backoffLimitPerIndex").immutable(before.path("backoffLimitPerIndex"), "*n");
        spec.field("managedBy").immutable(before.path("managedBy"), "*s");
        spec.field("successPolicy")
                .immutable(before.path("successPolicy"), "*obatch.SuccessPolicy");
    }

    private static void completions(Inspection spec, JsonNode old) {
        Inspection completions = spec.field("completions");
        if (!spec.field("completionMode").is("Indexed")) {
            completions.immutable(old.path("completions"), "*n");
        } else if (!completions.isSame(old.path("completions"))
                && completions.isPresent()
                && completions.number() != spec.field("parallelism").number()) {
            completions.invalid("can only be modified in tandem with spec.parallelism");
        }
    }

    @Override
    public void checkStatus(Inspection job, ApiObject old) {
        JobStatusRules.check(job, old);
    }

    static boolean isConditionTrue(JsonNode status, String type) {
        return hasCondition(status, type, "True");
    }

    static boolean hasCondition(JsonNode status, String type, String value) {
        for (JsonNode condition : status.path("conditions")) {
            if (condition.path("type").asText("").equals(type)
                    && condition.path("status").asText("").equals(value)) {
                return true;
            }
        }
        return false;
    }

    static boolean isFinished(JsonNode status) {
        return List.of("Complete", "Failed").stream().anyMatch(t -> isConditionTrue(status, t));
    }
}
