package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.syncer.mark.HostNames;
import io.alcove.syncer.mark.LabelTranslation;
import io.alcove.syncer.mark.Mark;
import io.alcove.syncer.mark.Marks;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the copies of virtual objects: name, labels, annotations, owner and mark. */
public final class HostObjects {

    private static final Set<String> KEPT_BACK =
            Set.of("kubectl.kubernetes.io/last-applied-configuration");

    private final HostNames names;
    private final Optional<OwnerReference> owner;

    /**
     * @param owner the host object that all copies go with, if there is one
     */
    public HostObjects(HostNames names, Optional<OwnerReference> owner) {
        this.names = names;
        this.owner = owner;
    }

    HostNames names() {
        return names;
    }

    /** A copy without content: its writer adds spec or data. */
    ApiObject copyOf(ApiObject virtualObject) {
        ApiObject hostObject = bare(virtualObject, Mark.of(virtualObject));
        ObjectNode metadata = hostObject.node().withObject("/metadata");
        putAll(metadata.withObject("labels"), LabelTranslation.labels(virtualObject.labels()));
        ObjectNode annotations = metadata.withObject("annotations");
        virtualObject
                .annotations()
                .forEach(
                        (key, value) -> {
                            if (!key.startsWith(Marks.PREFIX) && !KEPT_BACK.contains(key)) {
                                annotations.put(key, value);
                            }
                        });
        return hostObject;
    }

    /** An object of the same API version and kind that belongs to what the mark says. */
    ApiObject bare(ApiObject like, Mark mark) {
        ObjectName hostName = mark.hostName(names);
        ApiObject hostObject = ApiObject.of(like.groupVersionKind(), hostName);
        mark.writeOn(hostObject, names);
        owner.ifPresent(
                reference ->
                        hostObject
                                .node()
                                .withObject("/metadata")
                                .putArray("ownerReferences")
                                .add(reference.toNode()));
        return hostObject;
    }

    static void putAll(ObjectNode node, Map<String, String> values) {
        values.forEach(node::put);
    }
}
