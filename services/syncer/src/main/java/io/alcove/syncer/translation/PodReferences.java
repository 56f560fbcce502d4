package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.syncer.mark.HostNames;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The fields of a pod's spec that name other objects of its namespace. */
public final class PodReferences implements PodRewrite {

    public static final String SECRET = "Secret";
    public static final String CONFIG_MAP = "ConfigMap";
    public static final String CLAIM = "PersistentVolumeClaim";

    private record Rule(String kind, FieldPath path) {}

    private static final List<Rule> RULES =
            Stream.concat(
                            Stream.of(
                                    rule(SECRET, "imagePullSecrets[].name"),
                                    rule(SECRET, "volumes[].secret.secretName"),
                                    rule(SECRET, "volumes[].projected.sources[].secret.name"),
                                    rule(SECRET, "volumes[].csi.nodePublishSecretRef.name"),
                                    rule(SECRET, "volumes[].azureFile.secretName"),
                                    rule(SECRET, "volumes[].cephfs.secretRef.name"),
                                    rule(SECRET, "volumes[].cinder.secretRef.name"),
                                    rule(SECRET, "volumes[].flexVolume.secretRef.name"),
                                    rule(SECRET, "volumes[].iscsi.secretRef.name"),
                                    rule(SECRET, "volumes[].rbd.secretRef.name"),
                                    rule(SECRET, "volumes[].scaleIO.secretRef.name"),
                                    rule(SECRET, "volumes[].storageos.secretRef.name"),
                                    rule(CONFIG_MAP, "volumes[].configMap.name"),
                                    rule(
                                            CONFIG_MAP,
                                            "volumes[].projected.sources[].configMap.name"),
                                    rule(CLAIM, "volumes[].persistentVolumeClaim.claimName")),
                            Stream.of("containers", "initContainers", "ephemeralContainers")
                                    .flatMap(PodReferences::containerRules))
                    .toList();

    private final HostNames names;

    public PodReferences(HostNames names) {
        this.names = names;
    }

    /** Everything that the pod mentions, whether it exists or not. */
    public static Set<Reference> of(ApiObject virtualPod) {
        Set<Reference> references = new LinkedHashSet<>();
        JsonNode spec = virtualPod.at("spec");
        for (Rule rule : RULES) {
            rule.path()
                    .forEach(
                            spec,
                            (holder, field) ->
                                    references.add(
                                            new Reference(
                                                    rule.kind(),
                                                    new ObjectName(
                                                            virtualPod.namespace(),
                                                            holder.path(field).textValue()))));
        }
        return references;
    }

    @Override
    public void rewrite(ObjectNode spec, ApiObject virtualPod, PodSurroundings surroundings) {
        for (Rule rule : RULES) {
            rule.path()
                    .forEach(
                            spec,
                            (holder, field) ->
                                    holder.put(
                                            field,
                                            names.nameOf(
                                                    virtualPod.namespace(),
                                                    holder.path(field).textValue())));
        }
    }

    private static Stream<Rule> containerRules(String list) {
        return Stream.of(
                rule(SECRET, list + "[].env[].valueFrom.secretKeyRef.name"),
                rule(SECRET, list + "[].envFrom[].secretRef.name"),
                rule(CONFIG_MAP, list + "[].env[].valueFrom.configMapKeyRef.name"),
                rule(CONFIG_MAP, list + "[].envFrom[].configMapRef.name"));
    }

    private static Rule rule(String kind, String path) {
        return new Rule(kind, FieldPath.parse(path));
    }
}
