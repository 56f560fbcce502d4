package io.alcove.apiserver.pod;

import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apiserver.registry.VirtualResources;
import java.time.InstantSource;

/** What of pods is answered rather than stored. */
public final class PodSubresources {

    private PodSubresources() {}

    public static void addTo(VirtualResources resources, InstantSource clock) {
        GroupResource pods = new GroupResource("", "pods");
        PodBinding binding = new PodBinding(clock);
        resources
                .with(pods, "binding", binding)
                .with(new GroupResource("", "bindings"), "", new LegacyBinding(binding))
                .with(pods, "eviction", new PodEviction(clock));
    }
}
