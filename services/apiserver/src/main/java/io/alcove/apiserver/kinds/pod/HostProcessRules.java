package io.alcove.apiserver.kinds.pod;

import io.alcove.apiserver.kinds.validation.Inspection;

/** Containers that are processes of a Windows host: all of a pod are, or none. */
final class HostProcessRules {

    private HostProcessRules() {}

    static void check(Inspection spec) {
        Inspection ofPod = spec.at("securityContext", "windowsOptions", "hostProcess");
        int[] counts = new int[2];
        ContainerLists.visit(
                spec,
                container -> {
                    counts[0]++;
                    Inspection own =
                            container.at("securityContext", "windowsOptions", "hostProcess");
                    if (ofPod.isPresent() && own.isPresent() && ofPod.isTrue() != own.isTrue()) {
                        own.invalid(
                                "pod hostProcess value must be identical if both are specified, was "
                                        + ofPod.isTrue());
                    }
                    if (own.isPresent() ? own.isTrue() : ofPod.isTrue()) {
                        counts[1]++;
                    }
                });
        if (counts[1] == 0) {
            return;
        }
        if (counts[0] != counts[1]) {
            spec.invalid(
                    "",
                    "If pod contains any hostProcess containers then all containers must be HostProcess containers");
        }
        if (!spec.field("hostNetwork").isTrue()) {
            spec.field("hostNetwork")
                    .invalid(
                            false,
                            "hostNetwork must be true if pod contains any hostProcess containers");
        }
    }
}
