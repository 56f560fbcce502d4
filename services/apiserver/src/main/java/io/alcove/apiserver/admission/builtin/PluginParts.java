package io.alcove.apiserver.admission.builtin;

import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.Permissions;
import java.time.Clock;

/** What plugins are made of. */
public record PluginParts(ClusterObjects objects, Permissions permissions, Clock clock) {}
