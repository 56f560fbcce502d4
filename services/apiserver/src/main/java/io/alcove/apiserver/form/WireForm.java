package io.alcove.apiserver.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionKind;
import io.alcove.apiserver.form.FieldForm.Presence;
import io.alcove.apiserver.form.ValueForm.ListOf;
import io.alcove.apiserver.form.ValueForm.MapOf;
import io.alcove.apiserver.form.ValueForm.Struct;
import java.util.Map;

/**
 * Brings an object into the form that it has after kube-apiserver read and wrote it: empty fields
 * dropped or written as their Go types say, times in UTC, quantities in their shortest text. In
 * place and idempotent; what is not built in stays as it is.
 */
public final class WireForm {

    private final TypeForms forms;

    public WireForm(TypeForms forms) {
        this.forms = forms;
    }

    /** Told of each struct before what is inside it, for changes to be made on the way. */
    public interface Visitor {
        void enter(String type, ObjectNode node);
    }

    public void normalize(ApiObject object) {
        normalize(object, (type, node) -> {});
    }

    public void normalize(ApiObject object, Visitor visitor) {
        normalize(object.groupVersionKind(), object.node(), visitor);
    }

    private void normalize(GroupVersionKind kind, ObjectNode node, Visitor visitor) {
        forms.typeOf(kind).ifPresent(type -> struct(type, node, visitor));
    }

    private void struct(String type, ObjectNode node, Visitor visitor) {
        Map<String, FieldForm> fields = forms.fields(type);
        node.properties().removeIf(e -> e.getValue().isNull() && !fields.containsKey(e.getKey()));
        fields.forEach((name, form) -> settle(node, name, form));
        visitor.enter(type, node);
        fields.forEach((name, form) -> inside(node, name, form, visitor));
    }

    private static void settle(ObjectNode node, String name, FieldForm form) {
        JsonNode value = node.path(name);
        if (!EmptyValues.isEmpty(value, form)) {
            return;
        }
        if (form.presence() == Presence.ALWAYS) {
            node.set(name, EmptyValues.of(form.value()));
        } else if (form.presence() == Presence.NULLABLE) {
            node.putNull(name);
        } else {
            node.remove(name);
        }
    }

    private void inside(ObjectNode node, String name, FieldForm form, Visitor visitor) {
        JsonNode value = node.get(name);
        if (value == null) {
            return;
        }
        JsonNode written = value(form.value(), value, visitor);
        if (form.presence() == Presence.UNLESS_ZERO && isEmptyObject(written)) {
            node.remove(name);
        } else {
            node.set(name, written);
        }
    }

    private JsonNode value(ValueForm form, JsonNode value, Visitor visitor) {
        return switch (form) {
            case Struct(String type) -> {
                if (value instanceof ObjectNode child) {
                    struct(type, child, visitor);
                }
                yield value;
            }
            case ListOf(ValueForm element) -> {
                if (value instanceof ArrayNode list) {
                    for (int i = 0; i < list.size(); i++) {
                        list.set(i, value(element, list.get(i), visitor));
                    }
                }
                yield value;
            }
            case MapOf(ValueForm element) -> {
                if (value instanceof ObjectNode map) {
                    map.properties()
                            .forEach(e -> e.setValue(value(element, e.getValue(), visitor)));
                }
                yield value;
            }
            case ValueForm.Scalar scalar -> ScalarTexts.canonical(scalar, value);
        };
    }

    private static boolean isEmptyObject(JsonNode value) {
        return value.isObject() && value.isEmpty();
    }
}
