package io.alcove.apiserver.admission.network;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apiserver.admission.AdmissionPlugin;
import io.alcove.apiserver.admission.AdmissionRequest;
import io.alcove.apiserver.admission.AdmissionRequest.Operation;
import io.alcove.apiserver.admission.ClusterObjects;
import io.alcove.apiserver.admission.DefaultClasses;
import java.util.Set;

/** Gives Ingresses that name no class the default one. */
public final class DefaultIngressClass implements AdmissionPlugin {

    public static final String NAME = "DefaultIngressClass";

    private static final GroupResource INGRESSES =
            new GroupResource("networking.k8s.io", "ingresses");
    private static final GroupResource CLASSES =
            new GroupResource("networking.k8s.io", "ingressclasses");
    private static final Set<String> MARKS = Set.of("ingressclass.kubernetes.io/is-default-class");
    private static final String OLDER = "kubernetes.io/ingress.class";

    private final ClusterObjects objects;

    public DefaultIngressClass(ClusterObjects objects) {
        this.objects = objects;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Operation> operations() {
        return Set.of(Operation.CREATE);
    }

    @Override
    public void mutate(AdmissionRequest request) {
        if (!request.isFor(INGRESSES)) {
            return;
        }
        ApiObject ingress = request.newObject();
        boolean named =
                ingress.optionalText("spec", "ingressClassName").isPresent()
                        || ingress.annotation(OLDER).isPresent();
        if (!named) {
            DefaultClasses.find(objects, CLASSES, MARKS)
                    .ifPresent(c -> ingress.with("spec").put("ingressClassName", c.name()));
        }
    }
}
