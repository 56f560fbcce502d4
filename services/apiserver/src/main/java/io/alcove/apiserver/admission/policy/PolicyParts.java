package io.alcove.apiserver.admission.policy;

import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.Permissions;
import io.alcove.apiserver.admission.matching.EquivalentKinds;
import io.alcove.apiserver.admission.matching.KindSchemas;
import io.alcove.apiserver.admission.ownership.OwnedKinds;

/** What policies find in the server around them. */
public record PolicyParts(
        ClusterObjects objects,
        Permissions permissions,
        OwnedKinds kinds,
        EquivalentKinds equivalents,
        KindSchemas schemas) {}
