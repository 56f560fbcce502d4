package io.alcove.apiserver.admission;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import java.util.List;
import java.util.Optional;

/** What plugins read of the cluster: every write answered before the call is seen. */
public interface ClusterObjects {

    Optional<ApiObject> get(GroupResource resource, ObjectName name);

    /**
     * @param namespace empty for all, and for resources that have none
     */
    List<ApiObject> list(GroupResource resource, String namespace);

    /** The objects of a resource as JSON; an object keeps its array until it changes. */
    List<byte[]> encoded(GroupResource resource);
}
