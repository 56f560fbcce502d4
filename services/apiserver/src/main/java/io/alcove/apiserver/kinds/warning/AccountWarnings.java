package io.alcove.apiserver.kinds.warning;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.function.Consumer;

/** Of a service account that says which secrets its pods may mount. */
final class AccountWarnings implements Warnings {

    private static final String ANNOTATION = "kubernetes.io/enforce-mountable-secrets";

    @Override
    public void check(Inspection account, Consumer<String> texts) {
        Inspection annotations = account.at("metadata", "annotations");
        if (annotations.node().has(ANNOTATION)) {
            texts.accept(
                    annotations.entry(ANNOTATION).path()
                            + ": deprecated in v1.32+; prefer separate namespaces to isolate access"
                            + " to mounted secrets");
        }
    }

    @Override
    public void checkUpdate(Inspection account, ApiObject old, Consumer<String> texts) {
        if (!old.at("metadata", "annotations").has(ANNOTATION)) {
            check(account, texts);
        }
    }
}
