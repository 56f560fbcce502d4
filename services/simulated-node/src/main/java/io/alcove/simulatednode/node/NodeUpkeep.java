package io.alcove.simulatednode.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.client.ApiClient;
import io.alcove.client.ResourceClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Keeps one Node registered and alive: its Lease often, its status seldom. */
public final class NodeUpkeep {

    public static final GroupVersionResource NODES = new GroupVersionResource("", "v1", "nodes");
    public static final GroupVersionResource LEASES =
            new GroupVersionResource("coordination.k8s.io", "v1", "leases");

    private static final GroupVersionKind LEASE =
            new GroupVersionKind("coordination.k8s.io", "v1", "Lease");
    private static final String LEASE_NAMESPACE = "kube-node-lease";
    private static final int LEASE_SECONDS = 40;
    private static final Duration STATUS_PERIOD = Duration.ofMinutes(5);
    private static final DateTimeFormatter MICRO_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final SimulatedNode node;
    private final NodeTemplate template;
    private final ResourceClient nodes;
    private final ResourceClient leases;
    private final Clock clock;
    private Instant reported = Instant.MIN;

    public NodeUpkeep(SimulatedNode node, String podRange, ApiClient client, Clock clock) {
        this.node = node;
        this.template = new NodeTemplate(node, podRange);
        this.nodes = client.resource(NODES);
        this.leases = client.resource(LEASES);
        this.clock = clock;
    }

    /** One heartbeat: also makes again what somebody deleted. */
    public void beat() {
        Instant now = clock.instant();
        Optional<ApiObject> present = nodes.find(ObjectName.clusterScoped(node.name()));
        ApiObject object = present.orElseGet(() -> nodes.create(template.registered(now)));
        boolean isStatusDue =
                !now.isBefore(statusDue()) || object.at("status", "nodeInfo").isEmpty();
        if (isStatusDue) {
            ApiObject update = object.copy();
            template.report(update, now);
            object = nodes.updateStatus(update);
            reported = now;
        }
        renewLease(object, now);
    }

    private Instant statusDue() {
        return reported.equals(Instant.MIN) ? reported : reported.plus(STATUS_PERIOD);
    }

    private void renewLease(ApiObject owner, Instant now) {
        ObjectName name = new ObjectName(LEASE_NAMESPACE, node.name());
        Optional<ApiObject> present = leases.find(name);
        ApiObject lease = present.map(ApiObject::copy).orElseGet(() -> ApiObject.of(LEASE, name));
        ObjectNode metadata = lease.with("metadata");
        metadata.putArray("ownerReferences")
                .add(
                        new OwnerReference("v1", "Node", owner.name(), owner.uid(), false, false)
                                .toNode());
        lease.with("spec")
                .put("holderIdentity", node.name())
                .put("leaseDurationSeconds", LEASE_SECONDS)
                .put("renewTime", MICRO_TIME.format(now));
        if (present.isPresent()) {
            leases.update(lease);
        } else {
            leases.create(lease);
        }
    }
}
