package io.alcove.apiserver.kinds.core;

import com.fasterxml.jackson.databind.JsonNode;
import io.alcove.apimachinery.names.LabelNames;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apiserver.kinds.validation.Inspection;
import java.util.List;

/** Events, in the names of the core group; those of events.k8s.io are held to more. */
final class EventRules {

    private static final int SHORT = 128;
    private static final int NOTE = 1024;
    private static final String MISMATCH = "does not match event.namespace";
    private static final String UNSET = "needs to be unset";
    private static final List<String> KEPT =
            List.of(
                    "reason",
                    "message",
                    "source",
                    "firstTimestamp",
                    "lastTimestamp",
                    "count",
                    "type",
                    "eventTime",
                    "action");

    private final boolean strict;

    EventRules(boolean strict) {
        this.strict = strict;
    }

    void check(Inspection event) {
        checkAlways(event);
        if (strict) {
            series(event.field("series"));
            event.field("eventTime").required();
            String type = event.field("type").text();
            if (!type.equals("Normal") && !type.equals("Warning")) {
                event.field("type").invalid("", "has invalid value: " + type);
            }
            unset(event.field("firstTimestamp"), event.field("firstTimestamp").isGiven());
            unset(event.field("lastTimestamp"), event.field("lastTimestamp").isGiven());
            unset(event.field("count"), event.field("count").number() != 0);
            Inspection source = event.field("source");
            unset(source, source.field("component").isGiven() || source.field("host").isGiven());
        }
    }

    void checkUpdate(Inspection event, ApiObject old) {
        checkAlways(event);
        if (strict) {
            if (!event.field("series").isSame(old.node().path("series"))) {
                series(event.field("series"));
            }
            event.field("involvedObject")
                    .immutable(old.at("involvedObject"), "ocore.ObjectReference");
            for (String field : KEPT) {
                event.field(field).unchanged(old.node().path(field));
            }
            event.field("related").immutable(old.at("related"), "*ocore.ObjectReference");
            reporter(event).unchanged(reporter(old.node()));
            event.field("reportingInstance").unchanged(old.node().path("reportingInstance"));
        }
    }

    private void checkAlways(Inspection event) {
        String namespace = event.node().path("metadata").path("namespace").asText();
        Inspection about = about(event).field("namespace");
        if (!event.field("eventTime").isGiven()) {
            boolean matches =
                    about.text().isEmpty()
                            ? namespace.isEmpty() || namespace.equals("default")
                            : about.is(namespace);
            if (!matches) {
                about.invalid(about.text(), MISMATCH);
            }
            return;
        }
        if (about.text().isEmpty()
                && !namespace.equals("default")
                && !namespace.equals("kube-system")) {
            about.invalid("", MISMATCH);
        }
        Inspection reporter = reporter(event);
        reporter.required();
        reporter.checked(LabelNames::key);
        for (String field : List.of("reportingInstance", "action", "reason")) {
            event.field(field).required();
            atMost(event.field(field), SHORT);
        }
        atMost(event.field("message"), NOTE);
    }

    /** The form of events.k8s.io calls it "regarding", and so do the objects of that form. */
    private static Inspection about(Inspection event) {
        JsonNode involved = event.node().path("involvedObject");
        return event.field(
                "involvedObject",
                involved.isMissingNode() ? event.node().path("regarding") : involved);
    }

    private Inspection reporter(Inspection event) {
        return event.field(
                strict ? "reportingController" : "reportingComponent", reporter(event.node()));
    }

    private static JsonNode reporter(JsonNode event) {
        JsonNode component = event.path("reportingComponent");
        return component.isMissingNode() ? event.path("reportingController") : component;
    }

    private static void series(Inspection series) {
        if (series.isPresent()) {
            if (series.field("count").number() < 2) {
                series.field("count").invalid("", "should be at least 2");
            }
            series.field("lastObservedTime").required();
        }
    }

    private static void unset(Inspection field, boolean isSet) {
        if (isSet) {
            field.invalid("", UNSET);
        }
    }

    private static void atMost(Inspection field, int limit) {
        if (field.text().length() > limit) {
            field.invalid("", "can have at most " + limit + " characters");
        }
    }
}
