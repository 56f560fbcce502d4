package io.alcove.apiserver.admission.builtin;

import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.ClusterWrites;
import io.alcove.apiserver.admission.Permissions;
import io.alcove.apiserver.admission.PluginSettings;
import io.alcove.apiserver.admission.matching.EquivalentKinds;
import io.alcove.apiserver.admission.matching.KindSchemas;
import io.alcove.apiserver.admission.ownership.OwnedKinds;
import java.time.Clock;

/** What plugins are made of. */
public record PluginParts(
        ClusterObjects objects,
        ClusterWrites writes,
        Permissions permissions,
        OwnedKinds kinds,
        EquivalentKinds equivalents,
        KindSchemas schemas,
        PluginSettings settings,
        Clock clock) {}
