package io.alcove.apiserver.admission;

import io.alcove.apimachinery.object.GroupResource;

/** The resources that several plugins speak of. */
public final class CoreResources {

    public static final GroupResource NAMESPACES = new GroupResource("", "namespaces");
    public static final GroupResource NODES = new GroupResource("", "nodes");
    public static final GroupResource PERSISTENT_VOLUME_CLAIMS =
            new GroupResource("", "persistentvolumeclaims");
    public static final GroupResource PODS = new GroupResource("", "pods");
    public static final GroupResource SERVICE_ACCOUNTS = new GroupResource("", "serviceaccounts");
    public static final GroupResource SERVICES = new GroupResource("", "services");
    public static final GroupResource STORAGE_CLASSES =
            new GroupResource("storage.k8s.io", "storageclasses");

    private CoreResources() {}
}
