package io.alcove.apiserver.admission.serviceaccount;

import static io.alcove.apiserver.admission.CoreResources.SERVICE_ACCOUNTS;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.admission.ClusterObjects;
import java.util.Optional;

/**
 * Finds a pod's account. The default one of a new namespace is made by a controller in a moment:
 * upstream waits a little for it, and so do we.
 */
public final class AccountLookup {

    static final String DEFAULT = "default";

    private static final int DEFAULT_ATTEMPTS = 10;
    private static final GroupResource IN_MESSAGES = new GroupResource("", "serviceaccount");

    private final ClusterObjects objects;
    private final Runnable pause;

    /**
     * @param pause between two looks at the default account
     */
    public AccountLookup(ClusterObjects objects, Runnable pause) {
        this.objects = objects;
        this.pause = pause;
    }

    ApiObject require(String namespace, String name) {
        ObjectName wanted = new ObjectName(namespace, name);
        Optional<ApiObject> account = objects.get(SERVICE_ACCOUNTS, wanted);
        int attempts = name.equals(DEFAULT) ? DEFAULT_ATTEMPTS : 1;
        for (int attempt = 1; account.isEmpty() && attempt < attempts; attempt++) {
            pause.run();
            account = objects.get(SERVICE_ACCOUNTS, wanted);
        }
        return account.orElseThrow(() -> StatusException.notFound(IN_MESSAGES, name));
    }
}
