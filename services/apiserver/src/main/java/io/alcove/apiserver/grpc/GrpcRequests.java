package io.alcove.apiserver.grpc;

import com.google.protobuf.UnsafeByteOperations;
import io.alcove.apiserver.registry.DeleteOptions;
import io.alcove.apiserver.registry.ListOptions;
import io.alcove.apiserver.registry.PatchType;
import io.alcove.apiserver.registry.WriteOptions;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.storage.StoredObject;
import io.alcove.proto.objects.v1.ListRequest;
import io.alcove.proto.objects.v1.Name;
import io.alcove.proto.objects.v1.Object;
import io.alcove.proto.objects.v1.PatchRequest;
import io.alcove.proto.objects.v1.Resource;
import io.alcove.proto.objects.v1.Selectors;
import io.alcove.proto.objects.v1.WatchRequest;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contract's messages as the registry's options, and its objects as messages. */
final class GrpcRequests {

    private GrpcRequests() {}

    static RequestInfo info(
            String verb, Resource resource, String subresource, String namespace, String name) {
        String root =
                resource.getGroup().isEmpty() ? "/api/" : "/apis/" + resource.getGroup() + "/";
        String path =
                root
                        + resource.getVersion()
                        + (namespace.isEmpty() ? "" : "/namespaces/" + namespace)
                        + "/"
                        + resource.getResource()
                        + (name.isEmpty() ? "" : "/" + name)
                        + (subresource.isEmpty() ? "" : "/" + subresource);
        return new RequestInfo(
                verb,
                path,
                resource.getGroup(),
                resource.getVersion(),
                resource.getResource(),
                subresource,
                namespace,
                name);
    }

    static ListOptions listOptions(ListRequest request) {
        return new ListOptions(
                request.getSelectors().getLabelSelector(),
                request.getSelectors().getFieldSelector(),
                request.getResourceVersion(),
                request.getResourceVersionMatch(),
                request.getLimit(),
                request.getContinue(),
                false,
                null,
                Duration.ZERO);
    }

    static ListOptions watchOptions(WatchRequest request) {
        boolean initial = request.getSendInitialEvents();
        return new ListOptions(
                request.getSelectors().getLabelSelector(),
                request.getSelectors().getFieldSelector(),
                request.getResourceVersion(),
                initial ? "NotOlderThan" : "",
                0,
                "",
                request.getAllowBookmarks(),
                initial ? Boolean.TRUE : null,
                Duration.ZERO);
    }

    static ListOptions selection(Selectors selectors) {
        return new ListOptions(
                selectors.getLabelSelector(),
                selectors.getFieldSelector(),
                "",
                "",
                0,
                "",
                false,
                null,
                Duration.ZERO);
    }

    static WriteOptions writeOptions(
            io.alcove.proto.objects.v1.WriteOptions options, @Nullable Boolean force) {
        return new WriteOptions(
                options.getFieldManager(),
                options.getFieldValidation(),
                dryRun(options.getDryRun()),
                force);
    }

    static DeleteOptions deleteOptions(io.alcove.proto.objects.v1.DeleteOptions options) {
        return new DeleteOptions(
                options.hasGracePeriodSeconds()
                        ? Long.valueOf(options.getGracePeriodSeconds())
                        : null,
                unlessEmpty(options.getPropagationPolicy()),
                null,
                unlessEmpty(options.getPreconditionUid()),
                unlessEmpty(options.getPreconditionResourceVersion()),
                dryRun(options.getDryRun()));
    }

    static PatchType patchType(PatchRequest.Type type) {
        return switch (type) {
            case JSON -> PatchType.JSON;
            case STRATEGIC_MERGE -> PatchType.STRATEGIC_MERGE;
            case APPLY -> PatchType.APPLY;
            case MERGE, TYPE_UNSPECIFIED, UNRECOGNIZED -> PatchType.MERGE;
        };
    }

    /** Shares the stored bytes, which nobody changes. */
    static Object object(StoredObject object) {
        return Object.newBuilder()
                .setJson(UnsafeByteOperations.unsafeWrap(object.json()))
                .setName(
                        Name.newBuilder()
                                .setNamespace(object.name().namespace())
                                .setName(object.name().name()))
                .setUid(object.uid())
                .setRevision(object.revision())
                .build();
    }

    private static List<String> dryRun(boolean dryRun) {
        return dryRun ? List.of("All") : List.of();
    }

    private static @Nullable String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
