package io.alcove.controllermanager.serviceaccount;

import static io.alcove.controllermanager.controller.Resources.NAMESPACES;
import static io.alcove.controllermanager.controller.Resources.SERVICE_ACCOUNT;
import static io.alcove.controllermanager.controller.Resources.SERVICE_ACCOUNTS;

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

/** Keeps the service account "default" in every namespace that is not being deleted. */
public final class DefaultServiceAccount {

    private static final String NAME = "default";

    private final Lister namespaces;
    private final Lister accounts;
    private final ResourceClient client;

    private DefaultServiceAccount(ControllerContext context) {
        namespaces = context.informer(NAMESPACES).lister();
        accounts = context.informer(SERVICE_ACCOUNTS).lister();
        client = context.client(SERVICE_ACCOUNTS);
    }

    public static Controller create(ControllerContext context) {
        WorkQueue<String> queue = context.queue("serviceaccount");
        DefaultServiceAccount controller = new DefaultServiceAccount(context);
        context.informer(NAMESPACES).handler(ChangeHandler.onAny(n -> queue.add(n.name())));
        context.informer(SERVICE_ACCOUNTS)
                .handler(
                        new ChangeHandler() {
                            @Override
                            public void deleted(ApiObject account) {
                                if (account.name().equals(NAME)) {
                                    queue.add(account.namespace());
                                }
                            }
                        });
        return Controller.of(context.loop("serviceaccount", queue, controller::reconcile));
    }

    private Result reconcile(String namespace) {
        ObjectName account = new ObjectName(namespace, NAME);
        boolean isActive =
                namespaces
                        .get(ObjectName.clusterScoped(namespace))
                        .filter(n -> !n.isBeingDeleted())
                        .isPresent();
        if (isActive && accounts.get(account).isEmpty()) {
            create(account);
        }
        return Result.DONE;
    }

    private void create(ObjectName account) {
        try {
            client.create(ApiObject.of(SERVICE_ACCOUNT, account));
        } catch (StatusException e) {
            if (!e.is(StatusReason.ALREADY_EXISTS) && !NamespaceEnd.isReason(e)) {
                throw e;
            }
        }
    }
}
