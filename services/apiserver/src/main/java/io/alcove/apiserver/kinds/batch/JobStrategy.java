package io.alcove.apiserver.kinds.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;
import io.alcove.apiserver.registry.DeleteOptions;
import io.alcove.apiserver.request.RequestContext;
import java.util.List;
import java.util.Map;

/** Jobs, which select their pods by their own uid. */
final class JobStrategy extends BuiltInStrategy {

    private static final String CONTROLLER_UID = "batch.kubernetes.io/controller-uid";

    private static final String PODS_STAY =
            "child pods are preserved by default when jobs are deleted; set"
                    + " propagationPolicy=Background to remove them or set"
                    + " propagationPolicy=Orphan to suppress this warning";

    JobStrategy(Defaulting defaulting, Traits traits) {
        super(defaulting, traits);
    }

    @Override
    protected void prepareNew(RequestContext context, ApiObject job) {
        if (job.at("spec", "manualSelector").asBoolean()) {
            return;
        }
        boolean labelsOfTemplate =
                job.at("metadata", "labels")
                        .equals(job.at("spec", "template", "metadata", "labels"));
        ObjectNode labels = job.with("spec", "template", "metadata", "labels");
        mark(job, labels);
        if (labelsOfTemplate) {
            mark(job, job.with("metadata", "labels"));
        }
        ObjectNode selected = job.with("spec", "selector", "matchLabels");
        putIfAbsent(selected, CONTROLLER_UID, job.uid());
    }

    @Override
    public List<String> deleteWarnings(DeleteOptions options) {
        return options.propagationPolicy() == null && options.orphanDependents() == null
                ? List.of(PODS_STAY)
                : List.of();
    }

    private static void mark(ApiObject job, ObjectNode labels) {
        Map.of(
                        "job-name",
                        job.name(),
                        "batch.kubernetes.io/job-name",
                        job.name(),
                        "controller-uid",
                        job.uid(),
                        CONTROLLER_UID,
                        job.uid())
                .forEach((label, value) -> putIfAbsent(labels, label, value));
    }

    private static void putIfAbsent(ObjectNode labels, String label, String value) {
        if (!labels.has(label)) {
            labels.put(label, value);
        }
    }
}
