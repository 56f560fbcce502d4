package io.alcove.apiserver.kinds.warning;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Of a kind that makes pods: of its name, and of its template where something was changed.
 *
 * @param namesPods whether pods are named after it in a way that should make a DNS label
 */
record OfTemplates(boolean namesPods, Function<Inspection, Inspection> template, Warnings more)
        implements Warnings {

    @Override
    public void check(Inspection object, Consumer<String> texts) {
        if (namesPods) {
            label(
                    object,
                    "this is used in Pod names and hostnames, which can result in surprising"
                            + " behavior",
                    texts);
        }
        more.check(object, texts);
        PodWarnings.template(template.apply(object), texts);
    }

    @Override
    public void checkUpdate(Inspection object, ApiObject old, Consumer<String> texts) {
        if (!object.at("metadata", "generation").isSame(old.at("metadata", "generation"))) {
            PodWarnings.template(template.apply(object), texts);
        }
        more.checkUpdate(object, old, texts);
    }

    static void label(Inspection object, String use, Consumer<String> texts) {
        List<String> problems = Names.dns1123Label(object.at("metadata", "name").text());
        if (!problems.isEmpty()) {
            texts.accept(
                    "metadata.name: %s; a DNS label is recommended: [%s]"
                            .formatted(use, String.join(" ", problems)));
        }
    }
}
