package io.alcove.syncer.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.syncer.cluster.VirtualClient;
import io.alcove.syncer.cluster.VirtualResource;
import io.alcove.syncer.mark.HostNames;
import io.alcove.syncer.translation.NameMask;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Tells tenants, by events on their objects and without host names, why something is not synced.
 */
final class TenantEvents {

    private static final Logger LOG = Logger.getLogger(TenantEvents.class);
    private static final int REMEMBERED = 10_000;

    private final VirtualClient virtual;
    private final HostNames names;
    private final Clock clock;
    private final Set<String> told = Collections.newSetFromMap(new Remembered());

    TenantEvents(VirtualClient virtual, HostNames names, Clock clock) {
        this.virtual = virtual;
        this.names = names;
        this.clock = clock;
    }

    /** One event for each object, reason and message, however often it happens. */
    void warn(ApiObject virtualObject, String reason, String hostMessage) {
        String message = NameMask.of(virtualObject, names).mask(hostMessage);
        String id = HostNames.hash(virtualObject.uid() + reason + message);
        synchronized (told) {
            if (!told.add(id)) {
                return;
            }
        }
        try {
            virtual.apply(VirtualResource.EVENTS, event(virtualObject, reason, message, id));
        } catch (StatusException e) {
            LOG.warnf("event not written reason=%s cause=%s", reason, e.getMessage());
        }
    }

    private ApiObject event(ApiObject about, String reason, String message, String id) {
        ApiObject event =
                ApiObject.of(
                        new GroupVersionKind("", "v1", "Event"),
                        new ObjectName(about.namespace(), about.name() + "." + id));
        String now = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        ObjectNode node = event.node();
        node.putObject("involvedObject")
                .put("apiVersion", about.apiVersion())
                .put("kind", about.kind())
                .put("namespace", about.namespace())
                .put("name", about.name())
                .put("uid", about.uid());
        node.put("type", "Warning").put("reason", reason).put("message", message);
        node.put("firstTimestamp", now).put("lastTimestamp", now).put("count", 1);
        node.putObject("source").put("component", "syncer");
        node.put("reportingComponent", "alcove.io/syncer").put("reportingInstance", "syncer");
        return event;
    }

    private static final class Remembered extends LinkedHashMap<String, Boolean> {

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
