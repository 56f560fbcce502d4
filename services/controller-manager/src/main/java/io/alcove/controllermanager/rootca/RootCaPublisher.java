package io.alcove.controllermanager.rootca;

import static io.alcove.controllermanager.controller.Resources.CONFIG_MAP;
import static io.alcove.controllermanager.controller.Resources.CONFIG_MAPS;
import static io.alcove.controllermanager.controller.Resources.NAMESPACES;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.ResourceClient;
import io.alcove.client.controller.Result;
import io.alcove.client.informer.ChangeHandler;
import io.alcove.client.informer.Lister;
import io.alcove.client.queue.WorkQueue;
import io.alcove.controllermanager.controller.Controller;
import io.alcove.controllermanager.controller.ControllerContext;
import io.alcove.controllermanager.controller.NamespaceEnd;
import java.util.Map;
import java.util.Optional;

/** Keeps kube-root-ca.crt, by which pods trust the API server, in every namespace. */
public final class RootCaPublisher {

    static final String NAME = "kube-root-ca.crt";
    private static final String DESCRIPTION = "kubernetes.io/description";
    private static final String DESCRIPTION_TEXT =
            "Contains a CA bundle that can be used to verify the kube-apiserver when using"
                    + " internal endpoints such as the internal service IP or"
                    + " kubernetes.default.svc. No other usage is guaranteed across distributions"
                    + " of Kubernetes clusters.";

    private final Lister namespaces;
    private final Lister configMaps;
    private final ResourceClient client;
    private final String bundle;

    private RootCaPublisher(ControllerContext context, String bundle) {
        namespaces = context.informer(NAMESPACES).lister();
        configMaps = context.informer(CONFIG_MAPS).lister();
        client = context.client(CONFIG_MAPS);
        this.bundle = bundle;
    }

    /**
     * @param bundle the certificates, in PEM
     */
    public static Controller create(ControllerContext context, String bundle) {
        WorkQueue<String> queue = context.queue("root-ca-cert-publisher");
        RootCaPublisher publisher = new RootCaPublisher(context, bundle);
        context.informer(NAMESPACES).handler(ChangeHandler.onAny(n -> queue.add(n.name())));
        context.informer(CONFIG_MAPS)
                .handler(
                        ChangeHandler.onAny(
                                map -> {
                                    if (map.name().equals(NAME)) {
                                        queue.add(map.namespace());
                                    }
                                }));
        return Controller.of(context.loop("root-ca-cert-publisher", queue, publisher::reconcile));
    }

    private Result reconcile(String namespace) {
        boolean isActive =
                namespaces
                        .get(ObjectName.clusterScoped(namespace))
                        .filter(n -> !n.isBeingDeleted())
                        .isPresent();
        if (isActive) {
            publish(new ObjectName(namespace, NAME));
        }
        return Result.DONE;
    }

    private void publish(ObjectName name) {
        Optional<ApiObject> present = configMaps.get(name);
        if (present.isEmpty()) {
            create(filled(ApiObject.of(CONFIG_MAP, name)));
        } else if (!isRight(present.get())) {
            client.update(filled(present.get().copy()));
        }
    }

    private void create(ApiObject configMap) {
        try {
            client.create(configMap);
        } catch (StatusException e) {
            if (!e.is(StatusReason.ALREADY_EXISTS) && !NamespaceEnd.isReason(e)) {
                throw e;
            }
        }
    }

    private boolean isRight(ApiObject configMap) {
        return configMap.textMap("data").equals(Map.of("ca.crt", bundle))
                && configMap.annotation(DESCRIPTION).isPresent();
    }

    private ApiObject filled(ApiObject configMap) {
        configMap.with("metadata", "annotations").put(DESCRIPTION, DESCRIPTION_TEXT);
        configMap.with("data").removeAll().put("ca.crt", bundle);
        return configMap;
    }
}
