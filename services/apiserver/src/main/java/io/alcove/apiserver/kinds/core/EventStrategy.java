package io.alcove.apiserver.kinds.core;

import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.strategy.BuiltInStrategy;
import io.alcove.apiserver.kinds.strategy.Defaulting;
import io.alcove.apiserver.kinds.strategy.Traits;
import io.alcove.apiserver.request.RequestContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events, whose two versions name one thing differently. */
final class EventStrategy extends BuiltInStrategy {

    private static final List<String> REFERENCE =
            List.of(
                    "kind",
                    "namespace",
                    "name",
                    "uid",
                    "apiVersion",
                    "resourceVersion",
                    "fieldPath");

    EventStrategy(Defaulting defaulting, Traits traits) {
        super(defaulting, traits);
    }

    @Override
    public List<StatusCause> validateCreate(RequestContext context, ApiObject event) {
        List<StatusCause> causes = new ArrayList<>();
        rules(context).check(inspect(event, causes));
        return causes;
    }

    @Override
    public List<StatusCause> validateUpdate(
            RequestContext context, ApiObject event, ApiObject old) {
        List<StatusCause> causes = new ArrayList<>();
        rules(context).checkUpdate(inspect(event, causes), old);
        return causes;
    }

    private static EventRules rules(RequestContext context) {
        return new EventRules(context.info().group().equals("events.k8s.io"));
    }

    @Override
    public Set<String> fieldLabels() {
        return fields(ApiObject.parse("{}".getBytes(StandardCharsets.US_ASCII))).keySet();
    }

    @Override
    public Map<String, String> fields(ApiObject event) {
        String object = event.node().has("regarding") ? "regarding" : "involvedObject";
        Map<String, String> values = new HashMap<>();
        for (String part : REFERENCE) {
            values.put("involvedObject." + part, event.text(object, part));
            values.put("regarding." + part, event.text(object, part));
        }
        String reporter = first(event, "reportingComponent", "reportingController");
        String source =
                event.optionalText("source", "component")
                        .or(() -> event.optionalText("deprecatedSource", "component"))
                        .orElse(reporter);
        values.put("reason", event.text("reason"));
        values.put("type", event.text("type"));
        values.put("reportingComponent", reporter);
        values.put("reportingController", reporter);
        values.put("source", source.isEmpty() ? reporter : source);
        return values;
    }

    private static String first(ApiObject event, String field, String other) {
        String value = event.text(field);
        return value.isEmpty() ? event.text(other) : value;
    }
}
