package io.alcove.apiserver.admission.ownership;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.CoreResources;
import io.alcove.apiserver.admission.Permissions;
import io.alcove.apiserver.request.RequestInfo;
import java.util.List;
import java.util.Set;

/**
 * Who gives an object an owner could have it deleted, and who blocks the deletion of an owner could
 * as well set finalizers on it: both need the right to do so.
 */
public final class OwnerReferencesPermissionEnforcement implements AdmissionPlugin {

    public static final String NAME = "OwnerReferencesPermissionEnforcement";

    private final Permissions permissions;
    private final OwnedKinds kinds;

    public OwnerReferencesPermissionEnforcement(Permissions permissions, OwnedKinds kinds) {
        this.permissions = permissions;
        this.kinds = kinds;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.CREATE, Operation.UPDATE);
    }

    @Override
    public void validate(AdmissionRequest request) {
        if (request.isFor(CoreResources.PODS, "status")) {
            return;
        }
        List<OwnerReference> owners = request.newObject().ownerReferences();
        List<OwnerReference> before =
                request.oldObject().map(ApiObject::ownerReferences).orElse(List.of());
        if (owners.equals(before)) {
            return;
        }
        if (!request.is(Operation.CREATE)) {
            requireDelete(request);
        }
        List<OwnerReference> blocking =
                owners.stream().filter(owner -> isNewlyBlocking(owner, before)).toList();
        if (!blocking.isEmpty() && !mayFinalize(request, "*", "*", "*", "", "*")) {
            blocking.forEach(owner -> requireFinalize(request, owner));
        }
    }

    private void requireDelete(AdmissionRequest request) {
        RequestInfo info = request.context().info();
        RequestInfo delete =
                new RequestInfo(
                        "delete",
                        "",
                        info.group(),
                        info.version(),
                        info.resource(),
                        info.subresource(),
                        info.namespace(),
                        request.name());
        if (!permissions.allows(request.user(), delete)) {
            throw request.forbidden(
                    "cannot set an ownerRef on a resource you can't delete: , <nil>");
        }
    }

    private static boolean isNewlyBlocking(OwnerReference owner, List<OwnerReference> before) {
        return owner.blockOwnerDeletion()
                && before.stream()
                        .filter(other -> other.uid().equals(owner.uid()))
                        .noneMatch(OwnerReference::blockOwnerDeletion);
    }

    private void requireFinalize(AdmissionRequest request, OwnerReference owner) {
        GroupVersionKind kind = GroupVersionKind.of(owner.apiVersion(), owner.kind());
        OwnedKinds.Served served =
                kinds.find(kind)
                        .orElseThrow(
                                () ->
                                        request.forbidden(
                                                "cannot set blockOwnerDeletion in this case because cannot find RESTMapping for APIVersion %s Kind %s: no matches for kind \"%s\" in version \"%s\""
                                                        .formatted(
                                                                owner.apiVersion(),
                                                                owner.kind(),
                                                                owner.kind(),
                                                                owner.apiVersion())));
        GroupResource resource = served.resource();
        if (!mayFinalize(
                request,
                resource.group(),
                kind.version(),
                resource.resource(),
                served.namespaced() ? request.namespace() : "",
                owner.name())) {
            throw request.forbidden(
                    "cannot set blockOwnerDeletion if an ownerReference refers to a resource you"
                            + " can't set finalizers on: , <nil>");
        }
    }

    private boolean mayFinalize(
            AdmissionRequest request,
            String group,
            String version,
            String resource,
            String namespace,
            String name) {
        return permissions.allows(
                request.user(),
                new RequestInfo(
                        "update", "", group, version, resource, "finalizers", namespace, name));
    }
}
