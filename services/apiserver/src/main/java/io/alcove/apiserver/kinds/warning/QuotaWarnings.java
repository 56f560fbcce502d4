package io.alcove.apiserver.kinds.warning;

import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.Quantities;
import java.util.List;
import java.util.function.Consumer;

/** Of a quota that lets more be asked for than be used. */
final class QuotaWarnings {

    private static final List<String> RESOURCES =
            List.of("cpu", "memory", "storage", "ephemeral-storage");
    private static final List<String> BARE = List.of("cpu", "memory");

    private QuotaWarnings() {}

    static void check(Inspection quota, Consumer<String> texts) {
        Inspection hard = quota.at("spec", "hard");
        for (String name : RESOURCES) {
            String asked = "requests." + name;
            if (!hard.field(asked).isPresent() && BARE.contains(name)) {
                asked = name;
            }
            Inspection request = hard.field(asked);
            Inspection limit = hard.field("limits." + name);
            if (request.isPresent()
                    && limit.isPresent()
                    && Quantities.of(request.node()).compareTo(Quantities.of(limit.node())) > 0) {
                texts.accept(
                        "ResourceQuota %s (%s) should be less than limits.%s (%s)"
                                .formatted(
                                        asked,
                                        Quantities.of(request.node()),
                                        name,
                                        Quantities.of(limit.node())));
            }
        }
    }
}
