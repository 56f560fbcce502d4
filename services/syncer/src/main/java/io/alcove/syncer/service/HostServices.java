package io.alcove.syncer.service;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.object.OwnerReference;
import io.alcove.client.flag.Flags;
import io.alcove.syncer.host.HostClient;
import io.alcove.syncer.host.HostResource;
import io.alcove.syncer.host.HostUnavailableException;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The host Services that the deployment brings with it. */
final class HostServices {

    private static final Logger LOG = Logger.getLogger(HostServices.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int TRIES = 300;

    private final HostClient host;
    private final String namespace;

    HostServices(HostClient host, String namespace) {
        this.host = host;
        this.namespace = namespace;
    }

    /** The Service that the deployment's objects belong to, if it names one. */
    Optional<OwnerReference> owner(Flags flags) throws InterruptedException {
        if (!flags.isSet(SyncerFlags.OWNER_SERVICE)) {
            return Optional.empty();
        }
        ApiObject service = await(flags.text(SyncerFlags.OWNER_SERVICE));
        return Optional.of(
                new OwnerReference("v1", "Service", service.name(), service.uid(), false, false));
    }

    /** The Service once it is there; fails after minutes without it. */
    ApiObject await(String name) throws InterruptedException {
        ObjectName hostName = new ObjectName(namespace, name);
        for (int i = 0; i < TRIES; i++) {
            try {
                Optional<ApiObject> service = host.find(HostResource.SERVICES, hostName);
                if (service.isPresent()) {
                    return service.get();
                }
            } catch (HostUnavailableException e) {
                LOG.warnf("host unavailable cause=%s", e.getMessage());
            }
            Thread.sleep(PAUSE);
        }
        throw new IllegalStateException("no Service " + name + " in " + namespace);
    }
}
