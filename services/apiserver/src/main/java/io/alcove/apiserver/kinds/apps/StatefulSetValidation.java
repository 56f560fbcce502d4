package io.alcove.apiserver.kinds.apps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.apiserver.kinds.pod.PodTemplateRules;
import io.alcove.apiserver.kinds.pod.SelectedTemplate;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.kinds.validation.PercentRules;
import io.alcove.apiserver.kinds.validation.Validation;
import io.alcove.apiserver.kinds.volume.ClaimSpecRules;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** StatefulSets. */
public final class StatefulSetValidation implements Validation {

    private static final List<String> RETENTION = List.of("Retain", "Delete");
    private static final List<String> MUTABLE =
            List.of(
                    "replicas",
                    "ordinals",
                    "template",
                    "updateStrategy",
                    "revisionHistoryLimit",
                    "persistentVolumeClaimRetentionPolicy",
                    "minReadySeconds");
    private static final String IMMUTABLE =
            "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden";

    @Override
    public void check(Inspection statefulSet) {
        check(statefulSet.field("spec"), true);
    }

    private static void check(Inspection spec, boolean isNew) {
        management(spec.field("podManagementPolicy"));
        strategy(spec.field("updateStrategy"));
        Inspection retention = spec.field("persistentVolumeClaimRetentionPolicy");
        if (retention.isPresent()) {
            retention.field("whenDeleted").supports(RETENTION);
            retention.field("whenScaled").supports(RETENTION);
        }
        if (isNew) {
            spec.field("volumeClaimTemplates")
                    .each(template -> ClaimSpecRules.check(template.field("spec")));
        }
        spec.field("replicas").nonNegative();
        spec.field("minReadySeconds").nonNegative();
        spec.at("ordinals", "start").nonNegative();
        if (isNew) {
            spec.field("serviceName").conforms(Names::dns1123Label);
        }
        ReplicaRules.selector(spec.field("selector"), "statefulset");
        template(spec);
        SelectedTemplate.runsForEver(spec.field("template"), "StatefulSet");
    }

    private static void management(Inspection policy) {
        if (policy.required() && !policy.is("OrderedReady") && !policy.is("Parallel")) {
            policy.invalid("must be 'OrderedReady' or 'Parallel'");
        }
    }

    private static void strategy(Inspection strategy) {
        Inspection rolling = strategy.field("rollingUpdate");
        switch (strategy.field("type").text()) {
            case "" -> strategy.missing();
            case "OnDelete" -> {
                if (rolling.isPresent()) {
                    rolling.invalidAs(
                            "*oapps.RollingUpdateStatefulSetStrategy",
                            "only allowed for updateStrategy 'RollingUpdate'");
                }
            }
            case "RollingUpdate" -> rolling(rolling);
            default ->
                    strategy.invalidAs(
                            "oapps.StatefulSetUpdateStrategy",
                            "must be 'RollingUpdate' or 'OnDelete'");
        }
    }

    private static void rolling(Inspection rolling) {
        rolling.field("partition").nonNegative();
        Inspection unavailable = rolling.field("maxUnavailable");
        if (unavailable.isPresent()) {
            PercentRules.check(unavailable);
            if (PercentRules.value(unavailable) == 0) {
                unavailable.invalid("cannot be 0");
            }
            PercentRules.atMost100(unavailable);
        }
    }

    private static void template(Inspection spec) {
        Inspection selector = spec.field("selector");
        Optional<LabelSelector> parsed = SelectedTemplate.selector(selector.node());
        if (parsed.isEmpty()) {
            selector.invalidAs(ReplicaRules.SELECTOR, "");
            return;
        }
        Inspection template = spec.field("template");
        if (!parsed.get().isEverything()) {
            SelectedTemplate.matches(template, parsed.get());
        }
        PodTemplateRules.checkTwice(withClaims(spec, template));
    }

    /** The template as its pods will be: with the volumes of the claims and names of their own. */
    private static Inspection withClaims(Inspection spec, Inspection template) {
        JsonNode claims = spec.node().path("volumeClaimTemplates");
        JsonNode pod = template.node().path("spec");
        if (claims.isEmpty() && !pod.has("hostname") && !pod.has("subdomain")) {
            return template;
        }
        ObjectNode copy = template.node().deepCopy();
        ObjectNode podSpec = copy.withObject("/spec");
        podSpec.remove(List.of("hostname", "subdomain"));
        if (!claims.isEmpty()) {
            addVolumes(podSpec, claims, pod.path("volumes"));
        }
        return template.holding(copy);
    }

    private static void addVolumes(ObjectNode podSpec, JsonNode claims, JsonNode own) {
        ArrayNode volumes = podSpec.putArray("volumes");
        Set<String> names = new HashSet<>();
        for (JsonNode claim : claims) {
            String name = claim.path("metadata").path("name").asText("");
            if (names.add(name)) {
                ObjectNode volume = volumes.addObject().put("name", name);
                volume.putObject("persistentVolumeClaim").put("claimName", name);
            }
        }
        for (JsonNode volume : own) {
            if (!names.contains(volume.path("name").asText(""))) {
                volumes.add(volume);
            }
        }
    }

    @Override
    public void checkUpdate(Inspection statefulSet, ApiObject old) {
        Inspection spec = statefulSet.field("spec");
        check(spec, false);
        ObjectNode now = spec.node().deepCopy();
        ObjectNode before = old.with("spec").deepCopy();
        now.remove(MUTABLE);
        before.remove(MUTABLE);
        if (!JsonValues.equal(now, before)) {
            spec.forbidden(IMMUTABLE);
        }
    }

    @Override
    public void checkStatus(Inspection statefulSet, ApiObject old) {
        Inspection status = statefulSet.field("status");
        ReplicaRules.nonNegative(
                status,
                List.of(
                        "replicas",
                        "readyReplicas",
                        "currentReplicas",
                        "updatedReplicas",
                        "availableReplicas",
                        "observedGeneration",
                        "collisionCount"));
        ReplicaRules.atMostReplicas(
                status,
                List.of(
                        "readyReplicas",
                        "currentReplicas",
                        "updatedReplicas",
                        "availableReplicas"));
        ReplicaRules.availableAreReady(status, "cannot be greater than status.readyReplicas");
        ReplicaRules.collisionsOnlyGrow(status, old.at("status"));
    }
}
