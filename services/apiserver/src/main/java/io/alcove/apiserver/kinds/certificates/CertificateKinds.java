package io.alcove.apiserver.kinds.certificates;

import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.TraitsTable;
import io.alcove.apiserver.registry.KindStrategy;
import java.util.Map;

/** The kinds of the group certificates.k8s.io. */
public final class CertificateKinds {

    private static final GroupKind REQUEST =
            new GroupKind("certificates.k8s.io", "CertificateSigningRequest");

    private final Defaulting defaulting;
    private final TraitsTable traits;

    public CertificateKinds(Defaulting defaulting, TraitsTable traits) {
        this.defaulting = defaulting;
        this.traits = traits;
    }

    public Map<GroupKind, KindStrategy> strategies() {
        return Map.of(
                REQUEST, new CertificateSigningRequestStrategy(defaulting, traits.of(REQUEST)));
    }
}
