package io.alcove.syncer.translation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.syncer.mark.HostNames;
import java.util.List;

/** Events that the host wrote about copies, as events about the virtual objects. */
public final class EventTranslation {

    private static final List<String> FIELDS =
            List.of(
                    "reason",
                    "source",
                    "firstTimestamp",
                    "lastTimestamp",
                    "count",
                    "type",
                    "eventTime",
                    "series",
                    "action",
                    "reportingComponent",
                    "reportingInstance");

    private final HostNames names;

    public EventTranslation(HostNames names) {
        this.names = names;
    }

    public ApiObject virtualEvent(ApiObject hostEvent, ApiObject virtualObject) {
        ApiObject event =
                ApiObject.of(
                        hostEvent.groupVersionKind(),
                        new ObjectName(
                                virtualObject.namespace(), eventName(hostEvent, virtualObject)));
        ObjectNode node = event.node();
        for (String field : FIELDS) {
            if (!hostEvent.at(field).isMissingNode() && !hostEvent.at(field).isNull()) {
                node.set(field, hostEvent.at(field).deepCopy());
            }
        }
        NameMask mask = NameMask.of(virtualObject, names);
        node.put("message", mask.mask(hostEvent.text("message")));
        ObjectNode involved =
                node.putObject("involvedObject")
                        .put("apiVersion", virtualObject.apiVersion())
                        .put("kind", virtualObject.kind())
                        .put("namespace", virtualObject.namespace())
                        .put("name", virtualObject.name())
                        .put("uid", virtualObject.uid());
        hostEvent
                .optionalText("involvedObject", "fieldPath")
                .ifPresent(path -> involved.put("fieldPath", path));
        return event;
    }

    /** Upstream's events are named for their object with a suffix, which stays. */
    private static String eventName(ApiObject hostEvent, ApiObject virtualObject) {
        String hostObject = hostEvent.text("involvedObject", "name");
        String suffix =
                hostEvent.name().startsWith(hostObject + ".")
                        ? hostEvent.name().substring(hostObject.length())
                        : "." + HostNames.hash(hostEvent.name());
        return virtualObject.name() + suffix;
    }
}
