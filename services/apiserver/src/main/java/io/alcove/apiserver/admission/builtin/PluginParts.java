package io.alcove.apiserver.admission.builtin;

import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.Permissions;
import io.alcove.apiserver.admission.PluginSettings;
import java.time.Clock;

/** What plugins are made of. */
public record PluginParts(
        ClusterObjects objects, Permissions permissions, PluginSettings settings, Clock clock) {}
