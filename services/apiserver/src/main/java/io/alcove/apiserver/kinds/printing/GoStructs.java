package io.alcove.apiserver.kinds.printing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Shows stored values as the unversioned Go structs that they are read into, in JSON. */
public final class GoStructs {

    /** Knows no struct, for where none is shown. */
    public static final GoStructs NONE = new GoStructs(InternalForms.none());

    private final InternalForms forms;

    private GoStructs(InternalForms forms) {
        this.forms = forms;
    }

    /** As a Kubernetes version ("1.36") has them. */
    public static GoStructs load(String minor) {
        return new GoStructs(InternalForms.load(minor));
    }

    /**
     * @param type "core.PodSpec"
     */
    public JsonNode of(String type, JsonNode value) {
        return value.isObject()
                ? struct(type, value, MissingNode.getInstance())
                : NullNode.instance;
    }

    /**
     * Any value.
     *
     * @param form in the letters of the resource file: "*ov1.LabelSelector" for a pointer to a
     *     struct, "ms" for a map of texts
     */
    public JsonNode show(String form, JsonNode value) {
        return value(form, value, MissingNode.getInstance());
    }

    /** A list of structs. */
    public JsonNode list(String type, JsonNode values) {
        return value("lo" + type, values, MissingNode.getInstance());
    }

    /** The lines by which upstream tells how two structs differ. */
    public String diff(String type, JsonNode before, JsonNode now) {
        return UnifiedDiff.of(
                GoJson.indented(struct(type, before, MissingNode.getInstance())),
                GoJson.indented(struct(type, now, MissingNode.getInstance())));
    }

    private ObjectNode struct(String type, JsonNode value, JsonNode around) {
        ObjectNode printed = JsonNodeFactory.instance.objectNode();
        for (InternalForms.Field field : forms.of(type)) {
            String form = field.form();
            boolean optional = form.startsWith("-");
            JsonNode held = find(field, value, around);
            if (!optional || isGiven(held)) {
                printed.set(field.name(), value(optional ? form.substring(1) : form, held, value));
            }
        }
        return printed;
    }

    private static boolean isGiven(JsonNode held) {
        boolean empty = held.isContainerNode() && held.isEmpty();
        return !held.isMissingNode() && !held.isNull() && !empty;
    }

    /** Some fields lie in the struct around in the stored version. */
    private static JsonNode find(InternalForms.Field field, JsonNode value, JsonNode around) {
        if (field.path().equals("?")) {
            String name = field.name();
            return around.path(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
        }
        JsonNode held = value;
        for (String part : field.path().split("\\.", -1)) {
            held = part.isEmpty() ? held : held.path(part);
        }
        return held;
    }

    private JsonNode value(String form, JsonNode held, JsonNode around) {
        boolean absent = held.isMissingNode() || held.isNull();
        String rest = form.substring(1);
        return switch (form.charAt(0)) {
            case '*' -> absent ? NullNode.instance : value(rest, held, around);
            case 'o' -> struct(rest, held, around);
            case 'l' -> absent ? NullNode.instance : elements(rest, held);
            case 'm' -> absent ? NullNode.instance : entries(rest, held);
            case 's' -> absent ? TextNode.valueOf("") : held;
            case 'b' -> absent ? BooleanNode.FALSE : held;
            case 'n', 'i' -> absent ? IntNode.valueOf(0) : held;
            case 'q' -> absent ? TextNode.valueOf("0") : held;
            default -> absent ? NullNode.instance : held;
        };
    }

    private ArrayNode elements(String form, JsonNode list) {
        ArrayNode printed = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : list) {
            printed.add(value(form, each, list));
        }
        return printed;
    }

    private ObjectNode entries(String form, JsonNode map) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        map.properties().forEach(e -> sorted.put(e.getKey(), value(form, e.getValue(), map)));
        ObjectNode printed = JsonNodeFactory.instance.objectNode();
        sorted.forEach(printed::set);
        return printed;
    }
}
