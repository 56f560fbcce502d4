package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.syncer.mark.HostNames;
import io.alcove.syncer.mark.LabelTranslation;
import io.alcove.syncer.mark.Mark;
import java.util.List;

/** A virtual pod as the host is to run it. */
public final class PodTranslation {

    /**
     * @param serviceAccount the host account that all pods run under, without a token of it
     * @param virtualScheduler whether the tenant's scheduler decides on nodes
     * @param hostAccess whether pods may reach into their node
     */
    public record Settings(String serviceAccount, boolean virtualScheduler, boolean hostAccess) {}

    private final HostObjects hostObjects;
    private final List<PodRewrite> rewrites;

    public PodTranslation(HostObjects hostObjects, Settings settings) {
        HostNames names = hostObjects.names();
        this.hostObjects = hostObjects;
        this.rewrites =
                List.of(
                        new PodRestrictions(settings.hostAccess()),
                        new PodReferences(names),
                        new TokenVolumes(names),
                        new DownwardFields(),
                        new ServiceEnvironment(),
                        new PodDns(),
                        new PodIdentity(settings.serviceAccount()),
                        new PodScheduling(
                                new LabelTranslation(names), settings.virtualScheduler()));
    }

    /**
     * The host pod as it is created.
     *
     * @throws UnsupportedException where the pod asks for what the host does not give
     */
    public ApiObject hostPod(ApiObject virtualPod, PodSurroundings surroundings) {
        ApiObject hostPod = metadata(virtualPod, surroundings);
        ObjectNode spec = virtualPod.at("spec").deepCopy();
        spec.remove("ephemeralContainers");
        for (PodRewrite rewrite : rewrites) {
            rewrite.rewrite(spec, virtualPod, surroundings);
        }
        for (ObjectNode container : Containers.of(spec)) {
            Containers.dropRepeats(container, "ports", "containerPort", "protocol");
        }
        Containers.dropRepeats(spec, "imagePullSecrets", "name");
        Containers.dropRepeats(spec, "hostAliases", "ip");
        hostPod.node().set("spec", spec);
        return hostPod;
    }

    /**
     * What an existing host pod is to become: what was applied before, with the fields that may
     * change in a pod's life taken from the virtual pod.
     */
    public ApiObject updatedHostPod(
            ApiObject applied, ApiObject virtualPod, PodSurroundings surroundings) {
        ApiObject hostPod = metadata(virtualPod, surroundings);
        ObjectNode spec = applied.at("spec").deepCopy();
        PodUpdates.overlay(spec, virtualPod);
        hostPod.node().set("spec", spec);
        return hostPod;
    }

    /** What of a host pod an update could change: the rest is as it was made. */
    public static ApiObject changeable(ApiObject hostPod) {
        ApiObject facet = ApiObject.of(hostPod.groupVersionKind(), hostPod.objectName());
        facet.node().set("metadata", hostPod.at("metadata"));
        facet.node().set("spec", PodUpdates.facet(hostPod.at("spec")));
        return facet;
    }

    private ApiObject metadata(ApiObject virtualPod, PodSurroundings surroundings) {
        ApiObject hostPod = hostObjects.copyOf(virtualPod);
        ObjectNode metadata = hostPod.node().withObject("/metadata");
        HostObjects.putAll(
                metadata.withObject("labels"),
                LabelTranslation.namespaceLabels(surroundings.namespaceLabels()));
        HostObjects.putAll(
                metadata.withObject("annotations"), DownwardFields.annotations(virtualPod));
        return hostPod;
    }

    /** The Secret of a pod's tokens, still without them. */
    public ApiObject tokenSecret(ApiObject virtualPod) {
        ApiObject like =
                ApiObject.of(new GroupVersionKind("", "v1", "Secret"), virtualPod.objectName());
        ApiObject secret =
                hostObjects.bare(
                        like,
                        new Mark(Mark.TOKENS_KIND, virtualPod.objectName(), virtualPod.uid()));
        secret.node().put("type", "Opaque");
        return secret;
    }
}
