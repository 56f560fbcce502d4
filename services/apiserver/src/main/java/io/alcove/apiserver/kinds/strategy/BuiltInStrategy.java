package io.alcove.apiserver.kinds.strategy;

import io.alcove.apimachinery.names.Names;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.printing.GoStructs;
import io.alcove.apiserver.kinds.validation.Inspection;
import io.alcove.apiserver.registry.GarbageCollection;
import io.alcove.apiserver.registry.KindStrategy;
import io.alcove.apiserver.registry.UpdateRules;
import io.alcove.apiserver.request.RequestContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A built-in kind by its traits, rules and defaults; kinds with more of their own extend it. */
public class BuiltInStrategy implements KindStrategy {

    private final Defaulting defaulting;
    private final Traits traits;

    public BuiltInStrategy(Defaulting defaulting, Traits traits) {
        this.defaulting = defaulting;
        this.traits = traits;
    }

    @Override
    public final void applyDefaults(ApiObject object) {
        defaulting.apply(object);
    }

    /** Changes what is particular to the kind before the new object is validated. */
    protected void prepareNew(RequestContext context, ApiObject object) {}

    /** Changes what is particular to the kind before the changed object is validated. */
    protected void prepareChanged(RequestContext context, ApiObject object, ApiObject old) {}

    @Override
    public final void prepareForCreate(RequestContext context, ApiObject object) {
        prepareNew(context, object);
        defaulting.complete(object);
    }

    @Override
    public final void prepareForUpdate(RequestContext context, ApiObject object, ApiObject old) {
        prepareChanged(context, object, old);
        defaulting.complete(object);
    }

    protected final Inspection inspect(ApiObject object, List<StatusCause> causes) {
        return Inspection.of(object, causes, structs());
    }

    /** How refusals show values. */
    protected final GoStructs structs() {
        return defaulting.structs();
    }

    @Override
    public List<StatusCause> validateCreate(RequestContext context, ApiObject object) {
        List<StatusCause> causes = new ArrayList<>();
        traits.validation().check(inspect(object, causes));
        return causes;
    }

    @Override
    public List<StatusCause> validateUpdate(
            RequestContext context, ApiObject object, ApiObject old) {
        List<StatusCause> causes = new ArrayList<>();
        traits.validation().checkUpdate(inspect(object, causes), old);
        return causes;
    }

    @Override
    public List<String> createWarnings(RequestContext context, ApiObject object) {
        List<String> texts = new ArrayList<>();
        traits.warnings().check(inspect(object, new ArrayList<>()), texts::add);
        return texts;
    }

    @Override
    public List<String> updateWarnings(RequestContext context, ApiObject object, ApiObject old) {
        List<String> texts = new ArrayList<>();
        traits.warnings().checkUpdate(inspect(object, new ArrayList<>()), old, texts::add);
        return texts;
    }

    @Override
    public Optional<UpdateRules> subresource(String name) {
        return name.equals("status")
                ? Optional.of(
                        new StatusRules(
                                traits.validation(),
                                traits.warnings(),
                                structs(),
                                traits.unconditionalUpdate()))
                : Optional.empty();
    }

    @Override
    public List<String> validateName(String name, boolean prefix) {
        return traits.name().apply(prefix ? Names.maskTrailingDash(name) : name);
    }

    @Override
    public boolean allowsCreateOnUpdate() {
        return traits.createdByUpdate();
    }

    @Override
    public boolean allowsUnconditionalUpdate() {
        return traits.unconditionalUpdate();
    }

    @Override
    public boolean countsGenerations() {
        return traits.generations();
    }

    @Override
    public boolean bumpsGeneration(ApiObject object, ApiObject old) {
        return !content(object).equals(content(old));
    }

    private static Map<String, Object> content(ApiObject object) {
        Map<String, Object> content = new HashMap<>();
        object.node().properties().forEach(e -> content.put(e.getKey(), e.getValue()));
        content.keySet().removeAll(Set.of("metadata", "status", "apiVersion", "kind"));
        switch (object.groupVersionKind().kind()) {
            case "EndpointSlice" -> content.put("labels", object.labels()); // they name its Service
            case "PriorityClass" -> content.clear(); // upstream never counts on
            default -> {}
        }
        return content;
    }

    @Override
    public boolean returnsDeletedObject() {
        return traits.returnedByDelete();
    }

    @Override
    public GarbageCollection garbageCollection() {
        return traits.garbageCollection();
    }

    @Override
    public Set<String> fieldLabels() {
        return traits.fields().keySet();
    }

    @Override
    public Map<String, String> fields(ApiObject object) {
        Map<String, String> values = new HashMap<>();
        traits.fields().forEach((name, field) -> values.put(name, field.value(object)));
        return values;
    }
}
