package io.alcove.apiserver.kinds.warning;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.function.Consumer;

/** Of the kinds of storage.k8s.io. */
final class StorageWarnings {

    private StorageWarnings() {}

    static void storageClass(Inspection storageClass, Consumer<String> texts) {
        storageClass
                .field("allowedTopologies")
                .each(
                        topology ->
                                topology.field("matchLabelExpressions")
                                        .each(e -> NodeLabels.key(e.field("key"), texts)));
    }

    /** A driver that gets tokens where they may be logged. */
    static final class OfDriver implements Warnings {

        @Override
        public void check(Inspection driver, Consumer<String> texts) {
            Inspection spec = driver.field("spec");
            if (spec.field("tokenRequests").size() > 0
                    && !spec.field("serviceAccountTokenInSecrets").isPresent()) {
                texts.accept(
                        "spec.serviceAccountTokenInSecrets is unset; if supported by this CSI"
                                + " driver, set to true to prevent possible logging of tokens in"
                                + " volume attributes");
            }
        }

        @Override
        public void checkUpdate(Inspection driver, ApiObject old, Consumer<String> texts) {
            if (!driver.at("spec", "tokenRequests").isSame(old.at("spec", "tokenRequests"))) {
                check(driver, texts);
            }
        }
    }
}
