package io.alcove.apiserver.kinds.scheduling;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.pod.Overheads;
import io.alcove.apiserver.kinds.pod.TolerationRules;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.LabelRules;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** RuntimeClasses. */
public final class RuntimeClassValidation implements Validation {

    @Override
    public void check(Inspection runtimeClass) {
        runtimeClass.field("handler").requiredAs(Names::dns1123Label);
        Inspection overhead = runtimeClass.field("overhead");
        if (overhead.isPresent()) {
            Overheads.check(overhead.holding(overhead.node().path("podFixed")));
        }
        Inspection scheduling = runtimeClass.field("scheduling");
        LabelRules.labels(scheduling.field("nodeSelector"));
        Inspection tolerations = scheduling.field("tolerations");
        TolerationRules.check(tolerations);
        Set<List<String>> seen = new HashSet<>();
        tolerations.each(
                toleration -> {
                    List<String> key =
                            List.of(
                                    toleration.field("key").text(),
                                    toleration.field("operator").text(),
                                    toleration.field("value").text(),
                                    toleration.field("effect").text());
                    if (!seen.add(key)) {
                        toleration.duplicate(
                                toleration.structs().of("core.Toleration", toleration.node()));
                    }
                });
    }

    @Override
    public void checkUpdate(Inspection runtimeClass, ApiObject old) {
        runtimeClass.field("handler").immutable(old.at("handler"), "s");
    }
}
