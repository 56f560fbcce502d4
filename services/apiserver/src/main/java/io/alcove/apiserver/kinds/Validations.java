package io.alcove.apiserver.kinds;

import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apiserver.kinds.apps.ControllerRevisionValidation;
import io.alcove.apiserver.kinds.apps.DaemonSetValidation;
import io.alcove.apiserver.kinds.apps.DeploymentValidation;
import io.alcove.apiserver.kinds.apps.ReplicaSetValidation;
import io.alcove.apiserver.kinds.apps.ReplicationControllerValidation;
import io.alcove.apiserver.kinds.apps.StatefulSetValidation;
import io.alcove.apiserver.kinds.batch.CronJobValidation;
import io.alcove.apiserver.kinds.batch.JobValidation;
import io.alcove.apiserver.kinds.pod.PodTemplateRules;
import io.alcove.apiserver.kinds.pod.PodValidation;
import io.alcove.apiserver.kinds.validation.Validation;
import java.util.HashMap;
import java.util.Map;

/** The rules of each built-in kind. */
final class Validations {

    private final Map<GroupKind, Validation> table = new HashMap<>();

    private Validations() {
        put("", "Pod", new PodValidation());
        put("", "ReplicationController", new ReplicationControllerValidation());
        put("", "PodTemplate", template -> PodTemplateRules.check(template.field("template")));
        put("apps", "Deployment", new DeploymentValidation());
        put("apps", "ReplicaSet", new ReplicaSetValidation());
        put("apps", "StatefulSet", new StatefulSetValidation());
        put("apps", "DaemonSet", new DaemonSetValidation());
        put("apps", "ControllerRevision", new ControllerRevisionValidation());
        put("batch", "Job", new JobValidation());
        put("batch", "CronJob", new CronJobValidation());
    }

    static Map<GroupKind, Validation> all() {
        return Map.copyOf(new Validations().table);
    }

    private void put(String group, String kind, Validation validation) {
        table.put(new GroupKind(group, kind), validation);
    }
}
