package io.alcove.simulatednode.pod;

/** Where a pod runs: its node's address and its own. */
public record PodPlace(String hostIp, String podIp) {}
