package io.alcove.apiserver.admission;

import java.util.List;
import java.util.stream.Stream;

/** The plugins of a server, in upstream's order; the first refusal ends the request. */
public final class AdmissionChain {

    private final List<AdmissionPlugin> plugins;

    public AdmissionChain(List<AdmissionPlugin> plugins) {
        this.plugins = List.copyOf(plugins);
    }

    public static AdmissionChain none() {
        return new AdmissionChain(List.of());
    }

    /** Lets the plugins change the object; refuses with a StatusException. */
    public void mutate(AdmissionRequest request) {
        handling(request).forEach(plugin -> plugin.mutate(request));
    }

    /** Refuses with a StatusException. */
    public void validate(AdmissionRequest request) {
        handling(request).forEach(plugin -> plugin.validate(request));
    }

    public List<String> names() {
        return plugins.stream().map(AdmissionPlugin::name).toList();
    }

    private Stream<AdmissionPlugin> handling(AdmissionRequest request) {
        return plugins.stream().filter(p -> p.operations().contains(request.operation()));
    }
}
