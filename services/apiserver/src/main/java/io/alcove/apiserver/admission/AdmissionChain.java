package io.alcove.apiserver.admission;

import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The plugins of a server, in upstream's order; the first refusal ends the request. */
public final class AdmissionChain {

    private final List<AdmissionPlugin> plugins;
    private final Map<Operation, List<AdmissionPlugin>> handling;

    public AdmissionChain(List<AdmissionPlugin> plugins) {
        this.plugins = List.copyOf(plugins);
        this.handling =
                Arrays.stream(Operation.values())
                        .collect(Collectors.toMap(operation -> operation, this::handling));
    }

    public static AdmissionChain none() {
        return new AdmissionChain(List.of());
    }

    /** Lets the plugins change the object; refuses with a StatusException. */
    public void mutate(AdmissionRequest request) {
        List<AdmissionPlugin> asked = handling(request);
        Map<AdmissionPlugin, Runnable> again = new HashMap<>();
        for (AdmissionPlugin plugin : asked) {
            if (plugin instanceof ReinvokedPlugin reinvoked) {
                reinvoked.mutateFirst(request).ifPresent(second -> again.put(plugin, second));
            } else {
                plugin.mutate(request);
            }
        }
        if (!again.isEmpty()) {
            asked.forEach(plugin -> mutateAgain(plugin, request, again));
        }
    }

    private static void mutateAgain(
            AdmissionPlugin plugin,
            AdmissionRequest request,
            Map<AdmissionPlugin, Runnable> again) {
        if (plugin instanceof ReinvokedPlugin) {
            again.getOrDefault(plugin, () -> {}).run();
        } else {
            plugin.mutate(request);
        }
    }

    /** Refuses with a StatusException. */
    public void validate(AdmissionRequest request) {
        handling(request).forEach(plugin -> plugin.validate(request));
    }

    public List<String> names() {
        return plugins.stream().map(AdmissionPlugin::name).toList();
    }

    private List<AdmissionPlugin> handling(Operation operation) {
        return plugins.stream().filter(p -> p.operations().contains(operation)).toList();
    }

    private List<AdmissionPlugin> handling(AdmissionRequest request) {
        return handling.getOrDefault(request.operation(), List.of());
    }
}
