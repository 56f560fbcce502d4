package io.alcove.apiserver.admission.node;

import static io.alcove.apiserver.admission.CoreResources.NODES;
import static io.alcove.apiserver.admission.CoreResources.PODS;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.pod.ApiReferences;
import java.util.List;

/** What a node may do with pods: mirror those of its own, report on its own, let its own go. */
final class NodePods {

    private static final String MIRROR = "kubernetes.io/config.mirror";

    private final ClusterObjects objects;

    NodePods(ClusterObjects objects) {
        this.objects = objects;
    }

    void admit(AdmissionRequest request, String node) {
        switch (request.subresource()) {
            case "" -> {
                switch (request.operation()) {
                    case CREATE -> admitCreate(request, node);
                    case DELETE -> admitDelete(request, node);
                    case UPDATE, CONNECT ->
                            throw request.forbidden(
                                    "unexpected operation %s, node %s can only create and delete mirror pods"
                                            .formatted(
                                                    GoText.quote(request.operation().name()),
                                                    GoText.quote(node)));
                }
            }
            case "status" -> admitStatus(request, node);
            case "eviction" -> admitEviction(request, node);
            default ->
                    throw request.forbidden(
                            "unexpected pod subresource %s, only 'status' and 'eviction' are allowed"
                                    .formatted(GoText.quote(request.subresource())));
        }
    }

    private void admitDelete(AdmissionRequest request, String node) {
        if (!request.presentObject().text("spec", "nodeName").equals(node)) {
            throw says(request, node, "can only delete pods with spec.nodeName set to itself");
        }
    }

    private void admitCreate(AdmissionRequest request, String node) {
        ApiObject pod = request.newObject();
        if (pod.annotation(MIRROR).isEmpty()) {
            throw request.forbidden(
                    "pod does not have \"%s\" annotation, node %s can only create mirror pods"
                            .formatted(MIRROR, GoText.quote(node)));
        }
        if (!pod.text("spec", "nodeName").equals(node)) {
            throw says(request, node, "can only create pods with spec.nodeName set to itself");
        }
        admitOwner(request, node, pod.ownerReferences());
        ApiReferences.first(pod)
                .ifPresent(
                        what -> {
                            throw says(request, node, "can not create pods that reference " + what);
                        });
    }

    private void admitOwner(AdmissionRequest request, String node, List<OwnerReference> owners) {
        if (owners.size() > 1) {
            throw says(
                    request,
                    node,
                    "can only create pods with a single owner reference set to itself");
        }
        if (owners.isEmpty() || !isNode(owners.getFirst(), node)) {
            throw says(request, node, "can only create pods with an owner reference set to itself");
        }
        OwnerReference owner = owners.getFirst();
        if (!owner.controller()) {
            throw says(
                    request,
                    node,
                    "can only create pods with a controller owner reference set to itself");
        }
        if (owner.blockOwnerDeletion()) {
            throw says(request, node, "must not set blockOwnerDeletion on an owner reference");
        }
        ApiObject present =
                objects.get(NODES, ObjectName.clusterScoped(node))
                        .orElseThrow(() -> StatusException.notFound(NODES, node));
        if (!owner.uid().equals(present.uid())) {
            throw request.forbidden(
                    "node %s UID mismatch: expected %s got %s"
                            .formatted(node, owner.uid(), present.uid()));
        }
    }

    private static boolean isNode(OwnerReference owner, String node) {
        return owner.apiVersion().equals("v1")
                && owner.kind().equals("Node")
                && owner.name().equals(node);
    }

    private static void admitStatus(AdmissionRequest request, String node) {
        if (!request.is(Operation.UPDATE)) {
            throw request.forbidden(
                    "unexpected operation " + GoText.quote(request.operation().name()));
        }
        ApiObject pod = request.newObject();
        ApiObject old = request.presentObject();
        if (!old.text("spec", "nodeName").equals(node)) {
            throw says(
                    request,
                    node,
                    "can only update pod status for pods with spec.nodeName set to itself");
        }
        if (!pod.labels().equals(old.labels())) {
            throw says(request, node, "cannot update labels through pod status");
        }
        if (differs(pod, old, "resourceClaimStatuses")) {
            throw says(request, node, "cannot update resource claim statues");
        }
        if (differs(pod, old, "extendedResourceClaimStatus")) {
            throw says(request, node, "cannot update extended resource claim status");
        }
    }

    private static boolean differs(ApiObject pod, ApiObject old, String field) {
        return !pod.at("status", field).equals(old.at("status", field));
    }

    private void admitEviction(AdmissionRequest request, String node) {
        ApiObject pod =
                objects.get(PODS, new ObjectName(request.namespace(), request.name()))
                        .orElseThrow(() -> StatusException.notFound(PODS, request.name()));
        if (!pod.text("spec", "nodeName").equals(node)) {
            throw request.forbidden(
                    "node " + node + " can only evict pods with spec.nodeName set to itself");
        }
    }

    private static StatusException says(AdmissionRequest request, String node, String what) {
        return request.forbidden("node " + GoText.quote(node) + " " + what);
    }
}
