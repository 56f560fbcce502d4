package io.alcove.apiserver.allocation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.registry.metadata.SystemMetadata;
import java.time.InstantSource;

/** The IPAddress of a Service's cluster IP, as upstream makes it. */
record AddressClaim(Cidr range, InstantSource clock) implements StoredClaims.Form {

    static final GroupResource RESOURCE = new GroupResource("networking.k8s.io", "ipaddresses");
    static final String MANAGED_BY = "ipaddress.kubernetes.io/managed-by";
    static final String MANAGER = "ipallocator.k8s.io";

    private static final String FAMILY = "ipaddress.kubernetes.io/ip-family";
    private static final String API_VERSION = "v1";

    @Override
    public String name(int number) {
        return Addresses.text(range.at(number));
    }

    @Override
    public ApiObject claim(int number, ObjectName owner) {
        ApiObject claim =
                ApiObject.of(
                        new GroupVersionKind(RESOURCE.group(), API_VERSION, "IPAddress"),
                        ObjectName.clusterScoped(name(number)));
        SystemMetadata.stamp(claim, clock.instant());
        claim.with("metadata", "labels").put(FAMILY, range.ipFamily()).put(MANAGED_BY, MANAGER);
        claim.with("spec", "parentRef")
                .put("name", owner.name())
                .put("namespace", owner.namespace())
                .put("resource", "services");
        own(claim);
        return claim;
    }

    /** The managed fields that upstream's own write leaves. */
    private static void own(ApiObject claim) {
        ObjectNode entry =
                claim.with("metadata")
                        .putArray("managedFields")
                        .addObject()
                        .put("apiVersion", RESOURCE.group() + "/" + API_VERSION)
                        .put("fieldsType", "FieldsV1");
        ObjectNode fields = entry.putObject("fieldsV1");
        ObjectNode labels = fields.putObject("f:metadata").putObject("f:labels");
        labels.putObject(".");
        labels.putObject("f:" + FAMILY);
        labels.putObject("f:" + MANAGED_BY);
        ObjectNode parent = fields.putObject("f:spec").putObject("f:parentRef");
        parent.putObject(".");
        parent.putObject("f:name");
        parent.putObject("f:namespace");
        parent.putObject("f:resource");
        entry.put("manager", "kube-apiserver")
                .put("operation", "Update")
                .put("time", claim.text("metadata", "creationTimestamp"));
    }
}
