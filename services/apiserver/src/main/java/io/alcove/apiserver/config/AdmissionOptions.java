package io.alcove.apiserver.config;

import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.admission.PluginSettings;
import io.alcove.apiserver.admission.StoredObjects;
import io.alcove.apiserver.admission.builtin.BuiltInPlugins;
import io.alcove.apiserver.admission.builtin.PluginParts;
import io.alcove.apiserver.admission.builtin.PluginSelection;
import io.alcove.apiserver.pipeline.AccessControl;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.request.UserInfo;
import io.alcove.apiserver.storage.cache.ObjectStorages;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import java.time.Clock;
import java.util.Map;

/** Admission as the flags ask for it. */
public final class AdmissionOptions {

    private AdmissionOptions() {}

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
     * @throws FlagException where a flag asks for what is not built
     */
    public static AdmissionChain build(
            ApiServerOptions options, ObjectStorages storages, AccessControl access, Clock clock) {
        return BuiltInPlugins.chain(
                selection(options.flags()),
                new PluginParts(
                        new StoredObjects(storages),
                        (user, request) -> allows(access, user, request),
                        settings(options.flags()),
                        clock));
    }

    private static PluginSettings settings(Flags flags) {
        return new PluginSettings(
                flags.number("default-not-ready-toleration-seconds"),
                flags.number("default-unreachable-toleration-seconds"),
                Map.of());
    }

    private static boolean allows(AccessControl access, UserInfo user, RequestInfo request) {
        try {
            access.authorize(user, request);
            return true;
        } catch (StatusException _) {
            return false;
        }
    }
}
