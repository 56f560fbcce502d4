package io.alcove.apiserver.admission.builtin;

import io.alcove.apiserver.admission.AdmissionChain;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.namespace.NamespaceLifecycle;
import io.alcove.apiserver.admission.serviceaccount.AccountLookup;
import io.alcove.apiserver.admission.serviceaccount.ServiceAccount;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** Makes the plugins that are built. */
public final class BuiltInPlugins {

    private static final Duration ACCOUNT_PAUSE = Duration.ofMillis(150);

    private static final Map<String, Function<PluginParts, AdmissionPlugin>> MAKERS =
            Map.ofEntries(
                    Map.entry(
                            NamespaceLifecycle.NAME,
                            parts -> new NamespaceLifecycle(parts.objects())),
                    Map.entry(
                            ServiceAccount.NAME,
                            parts ->
                                    new ServiceAccount(
                                            new AccountLookup(
                                                    parts.objects(), BuiltInPlugins::pause))));

    private BuiltInPlugins() {}

    static boolean isBuilt(String name) {
        return MAKERS.containsKey(name);
    }

    public static AdmissionChain chain(PluginSelection selection, PluginParts parts) {
        return new AdmissionChain(
                selection.names().stream()
                        .map(name -> MAKERS.getOrDefault(name, _ -> missing(name)).apply(parts))
                        .toList());
    }

    private static AdmissionPlugin missing(String name) {
        throw new IllegalArgumentException("no admission plugin " + name);
    }

    private static void pause() {
        LockSupport.parkNanos(ACCOUNT_PAUSE.toNanos());
    }
}
