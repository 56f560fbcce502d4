package io.alcove.apiserver.bootstrap;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.catalog.ResourceType;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.ClusterWrites;
import io.alcove.apiserver.registry.DeleteOptions;
import io.alcove.apiserver.registry.ListOptions;
import io.alcove.apiserver.registry.Registry;
import io.alcove.apiserver.registry.RequestBody;
import io.alcove.apiserver.registry.WriteOptions;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import java.util.function.Supplier;

/** What the API server writes as itself, through its own pipeline. */
public final class Loopback implements ClusterWrites {

    private static final String USER_AGENT = "kube-apiserver";

    private final Supplier<Catalog> catalog;
    private final Supplier<Registry> registry;

    /**
     * @param registry is asked when there is something to write: admission is made before it
     */
    public Loopback(Supplier<Catalog> catalog, Supplier<Registry> registry) {
        this.catalog = catalog;
        this.registry = registry;
    }

    @Override
    public void create(ApiObject object) {
        registry.get()
                .create(
                        context(object, "create", ""),
                        RequestBody.json(object.toBytes()),
                        WriteOptions.DEFAULT);
    }

    @Override
    public void updateStatus(ApiObject object) {
        registry.get()
                .update(
                        context(object, "update", "status"),
                        RequestBody.json(object.toBytes()),
                        WriteOptions.DEFAULT);
    }

    /** Deletes all objects of a resource in a namespace, which is empty where it has none. */
    public void deleteAll(String group, String version, String plural, String namespace) {
        RequestInfo info =
                new RequestInfo(
                        "deletecollection",
                        "/bootstrap",
                        group,
                        version,
                        plural,
                        "",
                        namespace,
                        "");
        RequestContext context =
                new RequestContext(UserInfo.apiServer(), info, USER_AGENT, _ -> {});
        registry.get().deleteCollection(context, DeleteOptions.DEFAULT, ListOptions.DEFAULT);
    }

    private RequestContext context(ApiObject object, String verb, String subresource) {
        return context(catalog.get(), object, verb, subresource);
    }

    static RequestContext context(
            Catalog catalog, ApiObject object, String verb, String subresource) {
        ResourceType type =
                catalog.kind(object.groupVersionKind())
                        .orElseThrow(() -> new IllegalStateException("no kind of " + object));
        RequestInfo info =
                new RequestInfo(
                        verb,
                        "/bootstrap",
                        type.resource().group(),
                        type.resource().version(),
                        type.resource().resource(),
                        subresource,
                        object.namespace(),
                        verb.equals("create") ? "" : object.name());
        return new RequestContext(UserInfo.apiServer(), info, USER_AGENT, _ -> {});
    }
}
