package io.alcove.apiserver.admission.node;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.CoreResources;
import io.alcove.apiserver.admission.Permissions;
import io.alcove.apiserver.admission.certificates.RequestedSubject;
import java.util.Optional;
import java.util.Set;

/** A node writes its own objects only. */
public final class NodeRestriction implements AdmissionPlugin {

    public static final String NAME = "NodeRestriction";

    private static final GroupResource LEASES = new GroupResource("coordination.k8s.io", "leases");
    private static final GroupResource CSI_NODES = new GroupResource("storage.k8s.io", "csinodes");
    private static final GroupResource SLICES =
            new GroupResource("resource.k8s.io", "resourceslices");
    private static final GroupResource CERTIFICATES =
            new GroupResource("certificates.k8s.io", "certificatesigningrequests");
    private static final GroupResource POD_CERTIFICATES =
            new GroupResource("certificates.k8s.io", "podcertificaterequests");
    private static final Set<String> NODE_SIGNERS =
            Set.of("kubernetes.io/kubelet-serving", "kubernetes.io/kube-apiserver-client-kubelet");

    private final NodePods pods;
    private final NodeTokens tokens;

    public NodeRestriction(ClusterObjects objects, Permissions permissions) {
        this.pods = new NodePods(objects);
        this.tokens = new NodeTokens(objects, permissions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.CREATE, Operation.UPDATE, Operation.DELETE);
    }

    @Override
    public void mutate(AdmissionRequest request) {
        Optional<String> node = NodeIdentity.of(request.user());
        if (node.isEmpty()) {
            return;
        }
        if (node.get().isEmpty()) {
            throw request.forbidden(
                    "could not determine node from user " + GoText.quote(request.user().name()));
        }
        admit(request, node.get());
    }

    private void admit(AdmissionRequest request, String node) {
        GroupResource resource = request.resource();
        if (resource.equals(CoreResources.PODS)) {
            pods.admit(request, node);
        } else if (resource.equals(CoreResources.NODES)) {
            NodeChanges.admit(request, node);
        } else if (resource.equals(CoreResources.PERSISTENT_VOLUME_CLAIMS)) {
            ClaimStatusChanges.admit(request, node);
        } else if (resource.equals(CoreResources.SERVICE_ACCOUNTS)) {
            tokens.admit(request, node);
        } else if (resource.equals(POD_CERTIFICATES)) {
            throw request.forbidden("PodCertificateRequest feature gate is disabled");
        } else if (resource.equals(LEASES)) {
            admitLease(request, node);
        } else if (resource.equals(CSI_NODES)) {
            if (!request.name().equals(node)) {
                throw request.forbidden(
                        "can only access CSINode with the same name as the requesting node");
            }
        } else if (resource.equals(SLICES)) {
            admitSlice(request, node);
        } else if (resource.equals(CERTIFICATES) && request.is(Operation.CREATE)) {
            admitCertificate(request, node);
        }
    }

    private static void admitLease(AdmissionRequest request, String node) {
        if (!request.namespace().equals("kube-node-lease")) {
            throw request.forbidden(
                    "can only access leases in the \"kube-node-lease\" system namespace");
        }
        if (!request.name().equals(node)) {
            throw request.forbidden(
                    "can only access node lease with the same name as the requesting node");
        }
    }

    private static void admitSlice(AdmissionRequest request, String node) {
        ApiObject slice = request.object().or(request::oldObject).orElseThrow();
        if (!request.is(Operation.UPDATE) && !slice.text("spec", "nodeName").equals(node)) {
            throw request.forbidden(
                    "can only %s ResourceSlice with the same NodeName as the requesting node"
                            .formatted(request.is(Operation.CREATE) ? "create" : "delete"));
        }
    }

    private static void admitCertificate(AdmissionRequest request, String node) {
        ApiObject object = request.newObject();
        if (!NODE_SIGNERS.contains(object.text("spec", "signerName"))) {
            return;
        }
        String wanted = "system:node:" + node;
        RequestedSubject subject;
        try {
            subject = RequestedSubject.of(object.text("spec", "request"));
        } catch (IllegalArgumentException e) {
            throw request.forbidden("unable to parse csr: " + e.getMessage());
        }
        if (subject.commonNames().isEmpty() || !subject.commonNames().getLast().equals(wanted)) {
            throw request.forbidden("can only create a node CSR with CN=" + wanted);
        }
    }
}
