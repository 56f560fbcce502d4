package io.alcove.apiserver.kinds.apps;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;
import io.alcove.apiserver.request.RequestContext;

/** DaemonSets, which count the changes of their template in an annotation. */
final class DaemonSetStrategy extends BuiltInStrategy {

    private static final String TEMPLATE_GENERATION = "deprecated.daemonset.template.generation";

    DaemonSetStrategy(Defaulting defaulting, Traits traits) {
        super(defaulting, traits);
    }

    @Override
    protected void prepareNew(RequestContext context, ApiObject daemonSet) {
        mark(daemonSet, Math.max(1, templateGeneration(daemonSet)));
    }

    @Override
    protected void prepareChanged(RequestContext context, ApiObject daemonSet, ApiObject old) {
        boolean same = daemonSet.at("spec", "template").equals(old.at("spec", "template"));
        mark(daemonSet, templateGeneration(old) + (same ? 0 : 1));
    }

    private static long templateGeneration(ApiObject daemonSet) {
        try {
            return Long.parseLong(daemonSet.annotation(TEMPLATE_GENERATION).orElse("0"));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static void mark(ApiObject daemonSet, long generation) {
        daemonSet.with("metadata", "annotations").put(TEMPLATE_GENERATION, "" + generation);
    }
}
