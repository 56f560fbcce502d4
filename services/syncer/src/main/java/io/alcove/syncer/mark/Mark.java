package io.alcove.syncer.mark;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import java.util.Optional;

/**
 * Whose copy a host object is. Only an object whose label and four annotations agree with its name
 * bears a mark; what was copied by hand, labels and all, does not, and is never touched.
 */
public record Mark(String kind, ObjectName virtualName, String uid) {

    /** The kind of the Secrets that hold a pod's tokens: their virtual object is the pod. */
    public static final String TOKENS_KIND = "PodTokens";

    public static Mark of(ApiObject virtualObject) {
        return new Mark(virtualObject.kind(), virtualObject.objectName(), virtualObject.uid());
    }

    public static Optional<Mark> read(ApiObject hostObject, HostNames names) {
        if (!hostObject.label(Marks.MANAGED_BY).equals(Optional.of(names.tenant()))) {
            return Optional.empty();
        }
        Mark mark =
                new Mark(
                        hostObject.annotation(Marks.OBJECT_KIND).orElse(""),
                        new ObjectName(
                                hostObject.annotation(Marks.OBJECT_NAMESPACE).orElse(""),
                                hostObject.annotation(Marks.OBJECT_NAME).orElse("")),
                        hostObject.annotation(Marks.OBJECT_UID).orElse(""));
        return mark.agreesWith(hostObject, names) ? Optional.of(mark) : Optional.empty();
    }

    /** The name that the marked object has on the host. */
    public ObjectName hostName(HostNames names) {
        return kind.equals(TOKENS_KIND) ? names.ofTokens(virtualName) : names.of(virtualName);
    }

    public void writeOn(ApiObject hostObject, HostNames names) {
        var metadata = hostObject.node().withObject("/metadata");
        metadata.withObject("labels")
                .put(Marks.MANAGED_BY, names.tenant())
                .put(Marks.NAMESPACE, virtualName.namespace());
        metadata.withObject("annotations")
                .put(Marks.OBJECT_NAME, virtualName.name())
                .put(Marks.OBJECT_NAMESPACE, virtualName.namespace())
                .put(Marks.OBJECT_UID, uid)
                .put(Marks.OBJECT_KIND, kind);
    }

    private boolean agreesWith(ApiObject hostObject, HostNames names) {
        boolean kindAgrees =
                kind.equals(hostObject.kind())
                        || (kind.equals(TOKENS_KIND) && hostObject.kind().equals("Secret"));
        return kindAgrees
                && !uid.isEmpty()
                && hostObject.objectName().equals(hostName(names))
                && hostObject.label(Marks.NAMESPACE).equals(Optional.of(virtualName.namespace()));
    }
}
