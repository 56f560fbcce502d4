package io.alcove.apiserver.kinds.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.JsonValues;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apiserver.kinds.printing.GoStructs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value under inspection: it knows its path, and takes what is wrong with it. Paths are put
 * together when they are told, so that a valid object costs no texts.
 */
public final class Inspection {

    public static final String IMMUTABLE = "field is immutable";

    private static final int NO_INDEX = -1;
    private static final int KEY = -2;

    private final JsonNode node;
    private final @Nullable Inspection parent;
    private final String name;
    private final int index;
    private final List<StatusCause> causes;
    private final GoStructs structs;

    private Inspection(
            JsonNode node,
            @Nullable Inspection parent,
            String name,
            int index,
            List<StatusCause> causes,
            GoStructs structs) {
        this.node = node;
        this.parent = parent;
        this.name = name;
        this.index = index;
        this.causes = causes;
        this.structs = structs;
    }

    /**
     * @param structs by which refusals show values
     */
    public static Inspection of(ApiObject object, List<StatusCause> causes, GoStructs structs) {
        return new Inspection(object.node(), null, "", NO_INDEX, causes, structs);
    }

    /** A value of no place of its own, to try a rule on it; what is wrong is shown to nobody. */
    public static Inspection trial(JsonNode node) {
        return new Inspection(node, null, "", NO_INDEX, new ArrayList<>(), GoStructs.NONE);
    }

    /** How upstream's server of this version shows values. */
    public GoStructs structs() {
        return structs;
    }

    public JsonNode node() {
        return node;
    }

    public List<StatusCause> causes() {
        return causes;
    }

    public boolean isClean() {
        return causes.isEmpty();
    }

    /** The value of a field, there or not. */
    public Inspection field(String field) {
        return new Inspection(node.path(field), this, field, NO_INDEX, causes, structs);
    }

    /** A value that upstream reports under a field which is not its own. */
    public Inspection field(String reported, JsonNode value) {
        return new Inspection(value, this, reported, NO_INDEX, causes, structs);
    }

    /** The same value, reported under a sibling of its field. */
    public Inspection reportedAs(String sibling) {
        return new Inspection(node, parent, sibling, NO_INDEX, causes, structs);
    }

    /** Another value, reported in the place of this one. */
    public Inspection holding(JsonNode value) {
        return new Inspection(value, parent, name, index, causes, structs);
    }

    public Inspection at(String first, String... more) {
        Inspection at = field(first);
        for (String each : more) {
            at = at.field(each);
        }
        return at;
    }

    /** The value of a map, with its key as upstream writes keys. */
    public Inspection entry(String key) {
        return new Inspection(node.path(key), this, key, KEY, causes, structs);
    }

    public Inspection element(int at) {
        return new Inspection(node.path(at), this, "", at, causes, structs);
    }

    /** The elements of a list; none where there is no list. */
    public List<Inspection> elements() {
        if (!node.isArray() || node.isEmpty()) {
            return List.of();
        }
        List<Inspection> elements = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(element(i));
        }
        return elements;
    }

    public void each(Consumer<Inspection> rule) {
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            rule.accept(element(i));
        }
    }

    /** The keys of a map. */
    public List<String> keys() {
        return node.isEmpty() ? List.of() : node.propertyStream().map(e -> e.getKey()).toList();
    }

    public void eachEntry(Consumer<Inspection> rule) {
        for (String key : keys()) {
            rule.accept(entry(key));
        }
    }

    /** The key or field that this value stands under. */
    public String name() {
        return name;
    }

    public int index() {
        return index;
    }

    public String path() {
        StringBuilder path = new StringBuilder();
        write(path);
        return path.isEmpty() ? "<nil>" : path.toString();
    }

    private void write(StringBuilder path) {
        if (parent == null) {
            return;
        }
        parent.write(path);
        if (index >= 0) {
            path.append('[').append(index).append(']');
        } else if (index == KEY) {
            path.append('[').append(name).append(']');
        } else {
            path.append(path.isEmpty() ? "" : ".").append(name);
        }
    }

    /** Whether there is a value, be it empty. */
    public boolean isPresent() {
        return !node.isMissingNode() && !node.isNull();
    }

    /** Whether there is a value that is no empty text. */
    public boolean isGiven() {
        return isPresent() && !(node.isTextual() && node.textValue().isEmpty());
    }

    /** Whether there is neither a value nor anything in it. */
    public boolean isBlank() {
        return !isGiven() || (node.isContainerNode() && node.isEmpty());
    }

    public boolean isTrue() {
        return node.asBoolean();
    }

    public boolean isFalse() {
        return node.isBoolean() && !node.booleanValue();
    }

    public String text() {
        return node.asText("");
    }

    public boolean is(String text) {
        return text().equals(text);
    }

    public long number() {
        return node.asLong();
    }

    public int size() {
        return node.size();
    }

    public void add(StatusCause cause) {
        causes.add(cause);
    }

    public void invalid(String detail) {
        invalid(printed(), detail);
    }

    public void invalid(Object value, String detail) {
        causes.add(StatusCause.invalid(path(), value, detail));
    }

    public void invalid(Collection<String> details) {
        for (String detail : details) {
            invalid(detail);
        }
    }

    public void forbidden(String detail) {
        causes.add(StatusCause.forbidden(path(), detail));
    }

    public void missing() {
        missing("");
    }

    public void missing(String detail) {
        causes.add(StatusCause.required(path(), detail));
    }

    public void duplicate() {
        duplicate(printed());
    }

    public void duplicate(Object value) {
        causes.add(StatusCause.duplicate(path(), value));
    }

    public void notFound() {
        causes.add(StatusCause.notFound(path(), text()));
    }

    public void tooLong(int limit) {
        causes.add(StatusCause.tooLong(path(), limit));
    }

    public void notSupported(Collection<String> supported) {
        causes.add(StatusCause.notSupported(path(), value(), supported));
    }

    /** Upstream's print of a value that is not among those supported. */
    public void notSupportedAs(String form, Collection<String> supported) {
        causes.add(StatusCause.notSupported(path(), structs.show(form, node), supported));
    }

    private Object value() {
        return node.isMissingNode() || node.isNull() ? "" : node;
    }

    private JsonNode printed() {
        return node.isMissingNode() ? NullNode.instance : node;
    }

    /** Says so where there is no value; whether there is one. */
    public boolean required() {
        return required("");
    }

    public boolean required(String detail) {
        if (isBlank()) {
            missing(detail);
            return false;
        }
        return true;
    }

    /** A required text that takes one of these values. */
    public void requiredOneOf(Collection<String> supported) {
        if (required()) {
            oneOf(supported);
        }
    }

    /** Where there is a value, even an empty one, it is one of these. */
    public void oneOf(Collection<String> supported) {
        if (isPresent() && !supported.contains(text())) {
            notSupported(supported);
        }
    }

    /** As {@link #oneOf}, but an absent value is unsupported too. */
    public void supports(Collection<String> supported) {
        if (!supported.contains(text())) {
            notSupported(supported);
        }
    }

    public void nonNegative() {
        if (number() < 0) {
            invalid("must be greater than or equal to 0");
        }
    }

    /** An absent number is zero. */
    public void positive() {
        if (number() <= 0) {
            invalid(numberValue(), "must be greater than zero");
        }
    }

    /** An absent number is zero. */
    public void inRange(long low, long high) {
        if (number() < low || number() > high) {
            invalid(numberValue(), "must be between " + low + " and " + high + ", inclusive");
        }
    }

    /** The number as Go has it where it is left out. */
    public Object numberValue() {
        return node.isNumber() ? node : 0L;
    }

    public void port() {
        inRange(1, 65535);
    }

    /** A given text passes a check that tells what is wrong with it. */
    public void conforms(Function<String, List<String>> check) {
        if (isGiven()) {
            checked(check);
        }
    }

    /** A text, given or not, passes a check. */
    public void checked(Function<String, List<String>> check) {
        List<String> problems = check.apply(text());
        for (String problem : problems) {
            invalid(text(), problem);
        }
    }

    /** A required text that passes a check. */
    public void requiredAs(Function<String, List<String>> check) {
        if (required()) {
            checked(check);
        }
    }

    public void unchanged(JsonNode old) {
        unchanged(old, IMMUTABLE);
    }

    public void unchanged(JsonNode old, String detail) {
        if (!isSame(old)) {
            invalid(detail);
        }
    }

    /**
     * @param form of the value, by which {@link GoStructs#show} prints it
     */
    public void immutable(JsonNode old, String form) {
        if (!isSame(old)) {
            invalid(structs.show(form, node), IMMUTABLE);
        }
    }

    /** Tells of a value as upstream prints it. */
    public void invalidAs(String form, String detail) {
        invalid(structs.show(form, node), detail);
    }

    /** Of a value that upstream leaves out. */
    public void invalidOmitted(String detail) {
        causes.add(new StatusCause("FieldValueInvalid", "Invalid value: " + detail, path()));
    }

    public boolean isSame(JsonNode old) {
        JsonNode before = old.isMissingNode() ? NullNode.instance : old;
        return JsonValues.equal(printed(), before);
    }
}
