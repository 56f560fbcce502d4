package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.request.RequestContext;
import io.alcove.apiserver.storage.StoredObject;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * All resources of the catalog, as both doors see them after authentication and authorization. The
 * place of the request (resource, subresource, namespace, name) is read from the context's info.
 * What is refused is a {@link io.alcove.apimachinery.status.StatusException} with upstream's
 * Status. Calls block, and are made from virtual threads.
 */
public final class Registry {

    private final Resources resources;
    private final VirtualResources virtualResources;
    private final Creating creating;
    private final Changing changing;
    private final Virtual virtual;
    private final Deletion deletion;
    private final Deletion removal;

    public Registry(RegistryParts parts) {
        this.resources =
                new Resources(
                        parts.catalog(),
                        parts.strategies(),
                        parts.storages(),
                        parts.customKinds(),
                        parts.clock());
        this.virtualResources = parts.virtualResources();
        BodyReader reader = new BodyReader(parts.catalog());
        ObjectCreation creation =
                new ObjectCreation(parts.admission(), parts.permissions(), parts.clock());
        this.creating = new Creating(reader, parts.admission(), creation);
        this.changing =
                new Changing(
                        new ScaleChanges(parts.catalog(), reader, parts.clock()),
                        reader,
                        new ObjectUpdate(parts.admission(), creation, parts.permissions()));
        this.virtual = new Virtual(this, reader, parts.admission());
        this.deletion = new Deletion(parts.admission(), parts.clock());
        this.removal = new Deletion(AdmissionChain.none(), parts.clock());
    }

    /**
     * The object, or what a subresource shows of it, in the version of the request.
     *
     * @param resourceVersion empty for the newest, "0" for any, else at least that one
     */
    public StoredObject get(RequestContext context, String resourceVersion) {
        Resource resource = resource(context);
        Subresources.requireVerb(resource, context.info(), "get");
        StoredObject object =
                Reading.get(
                        resource,
                        resource.key(context.info().namespace(), context.info().name()),
                        resourceVersion);
        return Subresources.show(resource, context.info().subresource(), object);
    }

    public ObjectList list(RequestContext context, ListOptions options) {
        Resource resource = resource(context);
        Subresources.requireVerb(resource, context.info(), "list");
        ListOptionRules.checkList(options);
        return new Listing(resource, Selection.of(resource, context.info(), options), options)
                .run();
    }

    public Watch watch(RequestContext context, ListOptions options) {
        Resource resource = resource(context);
        Subresources.requireVerb(resource, context.info(), "watch");
        return Watching.start(resource, Selection.of(resource, context.info(), options), options);
    }

    public WriteOutcome create(RequestContext context, RequestBody body, WriteOptions options) {
        Resource resource = resource(context);
        OptionRules.checkCreate(options);
        Optional<VirtualResource> answer =
                virtualResources.find(resource.name(), context.info().subresource());
        if (answer.isPresent()) {
            return virtual.answer(answer.get(), resource, context, body, options);
        }
        Subresources.requireVerb(resource, context.info(), "create");
        return creating.create(resource, context, body, options);
    }

    public WriteOutcome update(RequestContext context, RequestBody body, WriteOptions options) {
        Resource resource = resource(context);
        OptionRules.checkUpdate(options);
        Subresources.requireVerb(resource, context.info(), "update");
        return changing.update(resource, context, body, options);
    }

    /**
     * @param body its bytes are the patch
     */
    public WriteOutcome patch(
            RequestContext context, PatchType type, RequestBody body, WriteOptions options) {
        Resource resource = resource(context);
        OptionRules.checkPatch(options, type);
        Subresources.requireVerb(resource, context.info(), "patch");
        return changing.patch(resource, context, type, body, options);
    }

    public DeleteOutcome delete(RequestContext context, DeleteOptions options) {
        Resource resource = resource(context);
        OptionRules.checkDelete(options);
        Subresources.requireVerb(resource, context.info(), "delete");
        resource.strategy().deleteWarnings(options).forEach(context.warnings());
        return deletion.run(resource, context, options);
    }

    /** Deletes what the list options select, and answers with the items it found. */
    public ObjectList deleteCollection(
            RequestContext context, DeleteOptions options, ListOptions listOptions) {
        Resource resource = resource(context);
        ListOptionRules.checkList(listOptions);
        OptionRules.checkDelete(options);
        Subresources.requireVerb(resource, context.info(), "deletecollection");
        resource.strategy().deleteWarnings(options).forEach(context.warnings());
        ObjectList found =
                new Listing(
                                resource,
                                Selection.of(resource, context.info(), listOptions),
                                listOptions)
                        .run();
        new CollectionDeletion(deletion, resource, context, options).run(found.items());
        return found;
    }

    /** A change by code, through the rules of the context's subresource. */
    ApiObject modify(RequestContext context, boolean dryRun, Consumer<ApiObject> change) {
        return changing.modify(resource(context), context, dryRun, change);
    }

    /** A delete by code, past admission. */
    void remove(RequestContext context, DeleteOptions options) {
        OptionRules.checkDelete(options);
        removal.run(resource(context), context, options);
    }

    private Resource resource(RequestContext context) {
        return resources.require(context.info().groupVersionResource());
    }
}
