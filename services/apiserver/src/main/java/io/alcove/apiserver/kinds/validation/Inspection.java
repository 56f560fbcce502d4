package io.alcove.apiserver.kinds.validation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.status.StatusCause;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A value under inspection: it knows its path, and takes what is wrong with it. */
public record Inspection(JsonNode node, String path, List<StatusCause> causes) {

    static final String IMMUTABLE = "field is immutable";

    public static Inspection of(ApiObject object, List<StatusCause> causes) {
        return new Inspection(object.node(), "", causes);
    }

    /** The value of a field, there or not. */
    public Inspection field(String name) {
        return new Inspection(node.path(name), path.isEmpty() ? name : path + "." + name, causes);
    }

    public Inspection at(String first, String... more) {
        Inspection at = field(first);
        for (String name : more) {
            at = at.field(name);
        }
        return at;
    }

    /** The elements of a list; none where there is no list. */
    public List<Inspection> elements() {
        List<Inspection> elements = new ArrayList<>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            elements.add(new Inspection(node.get(i), path + "[" + i + "]", causes));
        }
        return elements;
    }

    /** The values of a map, with paths as upstream writes keys. */
    public Inspection entry(String key) {
        return new Inspection(node.path(key), path + "[" + key + "]", causes);
    }

    public boolean isGiven() {
        return !node.isMissingNode() && !node.isNull() && !isEmptyText();
    }

    private boolean isEmptyText() {
        return node.isTextual() && node.textValue().isEmpty();
    }

    public String text() {
        return node.asText("");
    }

    public long number() {
        return node.asLong();
    }

    public void add(StatusCause cause) {
        causes.add(cause);
    }

    public void invalid(String detail) {
        causes.add(StatusCause.invalid(path, printed(), detail));
    }

    public void invalid(Collection<String> details) {
        details.forEach(this::invalid);
    }

    public void forbidden(String detail) {
        causes.add(StatusCause.forbidden(path, detail));
    }

    public void missing(String detail) {
        causes.add(StatusCause.required(path, detail));
    }

    public void duplicate() {
        causes.add(StatusCause.duplicate(path, printed()));
    }

    private JsonNode printed() {
        return node.isMissingNode() ? NullNode.instance : node;
    }

    /** Says so where there is no value; whether there is one. */
    public boolean required() {
        return required("");
    }

    public boolean required(String detail) {
        boolean empty = !isGiven() || (node.isContainerNode() && node.isEmpty());
        if (empty) {
            missing(detail);
        }
        return !empty;
    }

    /** A required text that takes one of these values. */
    public void requiredOneOf(Collection<String> supported) {
        if (required()) {
            oneOf(supported);
        }
    }

    /** Where there is a value, it is one of these. */
    public void oneOf(Collection<String> supported) {
        if (isGiven() && !supported.contains(text())) {
            causes.add(StatusCause.notSupported(path, node, supported));
        }
    }

    /** As {@link #oneOf}, but an absent value is unsupported too. */
    public void supports(Collection<String> supported) {
        if (!supported.contains(text())) {
            causes.add(
                    StatusCause.notSupported(
                            path, JsonNodeFactory.instance.textNode(text()), supported));
        }
    }

    public void nonNegative() {
        if (node.isNumber() && node.decimalValue().signum() < 0) {
            invalid("must be greater than or equal to 0");
        }
    }

    public void positive() {
        if (node.isNumber() && node.decimalValue().signum() <= 0) {
            invalid("must be greater than 0");
        }
    }

    public void inRange(long low, long high) {
        if (node.isNumber()
                && (node.decimalValue().compareTo(BigDecimal.valueOf(low)) < 0
                        || node.decimalValue().compareTo(BigDecimal.valueOf(high)) > 0)) {
            invalid("must be between " + low + " and " + high + ", inclusive");
        }
    }

    public void port() {
        inRange(1, 65535);
    }

    /** A given text passes a check that tells what is wrong with it. */
    public void conforms(Function<String, List<String>> check) {
        if (isGiven()) {
            invalid(check.apply(text()));
        }
    }

    public void unchanged(JsonNode old) {
        unchanged(old, IMMUTABLE);
    }

    public void unchanged(JsonNode old, String detail) {
        JsonNode before = old.isMissingNode() ? NullNode.instance : old;
        if (!printed().equals(before)) {
            invalid(detail);
        }
    }

    public void each(Consumer<Inspection> rule) {
        elements().forEach(rule);
    }
}
