package io.alcove.apiserver.config;

import io.alcove.apimachinery.catalog.Catalog;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.admission.ClusterWrites;
import io.alcove.apiserver.admission.PluginSettings;
import io.alcove.apiserver.admission.StoredObjects;
import io.alcove.apiserver.admission.builtin.BuiltInPlugins;
import io.alcove.apiserver.admission.builtin.PluginParts;
import io.alcove.apiserver.admission.builtin.PluginSelection;
import io.alcove.apiserver.admission.matching.MatchedKind;
import io.alcove.apiserver.admission.ownership.OwnedKinds;
import io.alcove.apiserver.pipeline.AccessControl;
import io.alcove.apiserver.pipeline.AccessFailedException;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Admission as the flags ask for it. */
public final class AdmissionOptions {

    private AdmissionOptions() {}

    /** What plugins find in the server around them. */
    public record Surroundings(Supplier<Catalog> catalog, ClusterWrites writes, Clock clock) {}

    /**
     * @throws FlagException where a flag names a plugin that is unknown or not built
     */
    static PluginSelection selection(Flags flags) {
        try {
            return new PluginSelection(
                    flags.list("enable-admission-plugins"),
                    flags.list("disable-admission-plugins"));
        } catch (IllegalArgumentException e) {
            throw new FlagException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * @throws FlagException where a flag asks for what is not built, or a plugin is not configured
     *     as it must
     */
    public static AdmissionChain build(
            ApiServerOptions options,
            ObjectStorages storages,
            AccessControl access,
            Surroundings surroundings) {
        PluginParts parts =
                new PluginParts(
                        new StoredObjects(storages),
                        surroundings.writes(),
                        (user, request) -> allows(access, user, request),
                        kind -> served(surroundings.catalog().get(), kind),
                        (resource, _) -> equivalents(surroundings.catalog().get(), resource),
                        kind -> surroundings.catalog().get().schema(kind),
                        settings(options),
                        surroundings.clock());
        try {
            return BuiltInPlugins.chain(selection(options.flags()), parts);
        } catch (IllegalArgumentException e) {
            throw new FlagException("--admission-control-config-file: " + e.getMessage());
        }
    }

    private static PluginSettings settings(ApiServerOptions options) {
        Flags flags = options.flags();
        return new PluginSettings(
                flags.number("default-not-ready-toleration-seconds"),
                flags.number("default-unreachable-toleration-seconds"),
                AdmissionConfiguration.read(options.file("admission-control-config-file")));
    }

    private static Optional<OwnedKinds.Served> served(Catalog catalog, GroupVersionKind kind) {
        return catalog.kind(kind)
                .map(
                        type ->
                                new OwnedKinds.Served(
                                        type.resource().groupResource(), type.namespaced()));
    }

    /** All versions of the resource that are served. */
    private static List<MatchedKind> equivalents(Catalog catalog, GroupVersionResource resource) {
        return catalog.resources().stream()
                .filter(type -> type.resource().groupResource().equals(resource.groupResource()))
                .map(type -> new MatchedKind(type.resource(), type.kind()))
                .toList();
    }

    private static boolean allows(AccessControl access, UserInfo user, RequestInfo request) {
        try {
            access.authorize(user, request);
            return true;
        } catch (StatusException | AccessFailedException _) {
            return false;
        }
    }
}
