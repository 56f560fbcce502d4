package io.alcove.syncer.relay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.syncer.host.HostClient;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.mark.HostNames;
import io.alcove.syncer.mark.Mark;
import io.alcove.syncer.mark.Marks;
import io.alcove.syncer.translation.ServiceTranslation;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Lets Services be born on the host, so that their addresses are the host's from the first version.
 * A host copy without a fingerprint is newborn: sync leaves it alone for a while.
 */
public final class ServiceBirth {

    private static final OptionalLong NOW = OptionalLong.of(0);

    private final HostClient host;
    private final HostNames names;
    private final ServiceTranslation translation;

    public ServiceBirth(HostClient host, HostNames names, ServiceTranslation translation) {
        this.host = host;
        this.names = names;
        this.translation = translation;
    }

    /**
     * The host's Service for this virtual one, which is not stored yet: made now, or, for a uid
     * that was here before, brought to the present state.
     *
     * @throws StatusException as the host refuses it, in the tenant's names
     */
    ApiObject allocate(ApiObject virtualService, boolean dryRun) {
        ApiObject desired = translation.hostService(virtualService);
        try {
            makeRoom(desired, virtualService, dryRun);
            return dryRun
                    ? host.applyDryRun(HostResource.SERVICES, desired)
                    : host.apply(HostResource.SERVICES, withFingerprint(desired));
        } catch (StatusException e) {
            throw MaskedRefusal.of(e, virtualService, names);
        }
    }

    /** Undoes an allocation whose create request failed; never the copy of a living Service. */
    void release(ObjectName virtualName, String uid) {
        host.find(HostResource.SERVICES, names.of(virtualName))
                .filter(copy -> isMarked(copy, virtualName, uid))
                .filter(copy -> copy.annotation(Marks.SYNCED_HASH).isEmpty())
                .ifPresent(
                        copy ->
                                host.delete(
                                        HostResource.SERVICES, copy.objectName(), copy.uid(), NOW));
    }

    /** A copy that sync has taken over keeps its fingerprint. */
    private ApiObject withFingerprint(ApiObject desired) {
        host.find(HostResource.SERVICES, desired.objectName())
                .flatMap(present -> present.annotation(Marks.SYNCED_HASH))
                .ifPresent(
                        hash ->
                                desired.node()
                                        .withObject("/metadata")
                                        .withObject("annotations")
                                        .put(Marks.SYNCED_HASH, hash));
        return desired;
    }

    private void makeRoom(ApiObject desired, ApiObject virtualService, boolean dryRun) {
        Optional<ApiObject> present = host.find(HostResource.SERVICES, desired.objectName());
        if (present.isEmpty()) {
            return;
        }
        ApiObject hostService = present.get();
        ObjectName virtualName = virtualService.objectName();
        if (isMarked(hostService, virtualName, virtualService.uid())) {
            return;
        }
        boolean isEarlier =
                Mark.read(hostService, names)
                        .filter(mark -> mark.virtualName().equals(virtualName))
                        .isPresent();
        if (!isEarlier) {
            throw StatusException.conflict(
                    new GroupResource("", "services"),
                    virtualService.name(),
                    "its name on the host is taken by an object that is not of this cluster");
        }
        if (!dryRun) {
            host.delete(HostResource.SERVICES, hostService.objectName(), hostService.uid(), NOW);
        }
    }

    private boolean isMarked(ApiObject hostService, ObjectName virtualName, String uid) {
        return Mark.read(hostService, names)
                .filter(mark -> mark.virtualName().equals(virtualName))
                .filter(mark -> mark.uid().equals(uid))
                .isPresent();
    }

    /** The uid is the API server's decision; the object does not say it yet. */
    static ApiObject withIdentity(ApiObject virtualService, ObjectName name, String uid) {
        ApiObject identified = virtualService.copy();
        ObjectNode metadata = identified.node().withObject("/metadata");
        metadata.put("name", name.name()).put("namespace", name.namespace()).put("uid", uid);
        identified.node().put("apiVersion", "v1").put("kind", "Service");
        return identified;
    }
}
