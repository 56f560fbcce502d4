package io.alcove.apiserver.allocation;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apiserver.registry.metadata.SystemMetadata;
import java.time.InstantSource;

/** Who holds a node port. No API serves it: upstream keeps a bitmap of ports that none serves. */
record PortClaim(PortRange range, InstantSource clock) implements StoredClaims.Form {

    static final GroupResource RESOURCE = new GroupResource("alcove.io", "nodeportclaims");

    @Override
    public String name(int number) {
        return Integer.toString(range.first() + number);
    }

    @Override
    public ApiObject claim(int number, ObjectName owner) {
        ApiObject claim =
                ApiObject.of(
                        new GroupVersionKind(RESOURCE.group(), "v1", "NodePortClaim"),
                        ObjectName.clusterScoped(name(number)));
        SystemMetadata.stamp(claim, clock.instant());
        claim.with("spec").put("namespace", owner.namespace()).put("service", owner.name());
        return claim;
    }
}
