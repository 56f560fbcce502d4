package io.alcove.apiserver.kinds;

import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apiserver.allocation.ServiceAllocator;
import io.alcove.apiserver.form.TypeForms;
import io.alcove.apiserver.form.WireForm;
import io.alcove.apiserver.kinds.defaults.TypeDefaults;
import io.alcove.apiserver.registry.KindStrategies;
import io.alcove.apiserver.registry.KindStrategy;
import java.util.HashMap;
import java.util.Map;

/** The strategies of the kinds that kube-apiserver has built in. */
public final class BuiltInKinds implements KindStrategies {

    private final KindStrategy general;
    private final Map<GroupKind, KindStrategy> particular = new HashMap<>();

    /**
     * @param minor the Kubernetes version ("1.36")
     */
    public BuiltInKinds(String minor, ServiceAllocator services) {
        Defaulting defaulting =
                new Defaulting(new WireForm(TypeForms.load(minor)), TypeDefaults.builtIn());
        this.general = new GeneralStrategy(defaulting);
    }

    @Override
    public KindStrategy of(GroupKind kind) {
        return particular.getOrDefault(kind, general);
    }
}
