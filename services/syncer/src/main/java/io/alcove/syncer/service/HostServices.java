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
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** What must be there on the host before sync begins; a host that is away is waited for. */
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
        return await("Service " + name, () -> host.find(HostResource.SERVICES, hostName));
    }

    /** Makes the namespace where it is not there. */
    void ensureNamespace() throws InterruptedException {
        await(
                "right to create it",
                () -> {
                    host.ensureNamespace(namespace);
                    return Optional.of(namespace);
                });
    }

    private <T> T await(String what, Supplier<Optional<T>> look) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            try {
                Optional<T> found = look.get();
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (HostUnavailableException e) {
                LOG.warnf("host unavailable cause=%s", e.getMessage());
            }
            Thread.sleep(PAUSE);
        }
        throw new IllegalStateException("no " + what + " in " + namespace);
    }
}
