package io.alcove.apiserver.registry;

import io.alcove.apimachinery.object.ObjectName;
import io.alcove.apimachinery.selector.FieldSelector;
import io.alcove.apimachinery.selector.InvalidSelectorException;
import io.alcove.apimachinery.selector.LabelSelector;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.request.RequestInfo;
import io.alcove.apiserver.storage.StoredObject;
import java.util.Optional;
import java.util.function.Predicate;

/** Which objects of a resource a list or watch is about. */
record Selection(String namespace, LabelSelector labels, FieldSelector fields, FieldValues values)
        implements Predicate<StoredObject> {

    private static final String NAME = "metadata.name";

    static Selection of(Resource resource, RequestInfo info, ListOptions options) {
        try {
            LabelSelector labels = LabelSelector.parse(options.labelSelector());
            FieldSelector fields =
                    FieldLabels.toStored(
                            resource,
                            named(info.name(), FieldSelector.parse(options.fieldSelector())));
            return new Selection(
                    resource.served().namespaced() ? info.namespace() : "",
                    labels,
                    fields,
                    FieldValues.of(resource));
        } catch (InvalidSelectorException e) {
            throw StatusException.badRequest(String.valueOf(e.getMessage()));
        }
    }

    /** A watch of a path with a name is one of all objects that selects the name. */
    private static FieldSelector named(String name, FieldSelector given) {
        if (name.isEmpty()) {
            return given;
        }
        if (given.isEverything()) {
            return FieldSelector.parse(NAME + "=" + name);
        }
        if (given.requiredValue(NAME).filter(name::equals).isEmpty()) {
            throw StatusException.badRequest(
                    "fieldSelector metadata.name doesn't match requested name");
        }
        return given;
    }

    /** Whether every object of the namespace is selected. */
    boolean isEverything() {
        return labels.isEverything() && fields.isEverything();
    }

    /** The one object that can be selected, where that is known. */
    Optional<ObjectName> only(boolean namespaced) {
        return namespaced && namespace.isEmpty()
                ? Optional.empty()
                : fields.requiredValue(NAME).map(name -> new ObjectName(namespace, name));
    }

    @Override
    public boolean test(StoredObject object) {
        return labels.matches(object.labels())
                && fields.matches(field -> values.get(object, field));
    }
}
