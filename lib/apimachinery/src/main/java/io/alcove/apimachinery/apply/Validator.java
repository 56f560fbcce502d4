package io.alcove.apimachinery.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.schema.Schema;
import io.alcove.apimachinery.status.GoText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what keeps an object from being applied, in upstream's words. */
final class Validator {

    private final List<String> problems = new ArrayList<>();

    private Validator() {}

    static List<String> problems(Shape shape, ObjectNode object) {
        Validator validator = new Validator();
        validator.visit(shape, "", object);
        return validator.problems;
    }

    private void visit(Shape shape, String path, JsonNode value) {
        Schema schema = shape.schema();
        if (schema == null || value.isNull()) {
            return;
        }
        switch (schema.form()) {
            case STRUCT, MAP -> members(shape, path, value);
            case LIST -> elements(shape, path, value);
            case STRING, BYTES -> {
                String got = "&value.valueUnstructured{Value:" + GoText.literal(value) + "}";
                expect(value.isTextual(), path, "expected string, got " + got);
            }
            case BOOLEAN -> expect(value.isBoolean(), path, "expected boolean, got " + got(value));
            case INT32, INT64, NUMBER -> {
                String got = GoText.typeName(value);
                expect(value.isNumber(), path, "expected numeric (int or float), got " + got);
            }
            case INT_OR_STRING, QUANTITY, TIME, MICRO_TIME ->
                    expect(value.isValueNode(), path, "expected any scalar, got " + got(value));
            case ANY -> {}
        }
    }

    private void members(Shape shape, String path, JsonNode value) {
        if (!value.isObject()) {
            add(path, "expected map, got " + got(value));
            return;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String child = path + "." + member.getKey();
            if (shape.allows(member.getKey())) {
                visit(shape.field(member.getKey()), child, member.getValue());
            } else {
                add(child, "field not declared in schema");
            }
        }
    }

    private void elements(Shape shape, String path, JsonNode value) {
        if (!value.isArray()) {
            add(path, "expected list, got " + got(value));
            return;
        }
        Set<PathElement> seen = new HashSet<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode item = value.get(i);
            String step = "[" + i + "]";
            if (shape.kind(value) != Shape.Kind.LEAF) {
                PathElement named = named(shape, path, i, item);
                if (named == null) {
                    return;
                }
                step = named.toString();
                if (!seen.add(named)) {
                    add(path, "duplicate entries for key " + step);
                }
            }
            visit(shape.element(), path + step, item);
        }
    }

    private @Nullable PathElement named(Shape shape, String path, int index, JsonNode item) {
        try {
            return shape.step(item);
        } catch (UnnamedElementException e) {
            add(path, "element " + index + ": " + e.text());
            return null;
        }
    }

    private void expect(boolean fits, String path, String problem) {
        if (!fits) {
            add(path, problem);
        }
    }

    private static String got(JsonNode value) {
        return "&{" + GoText.value(value) + "}";
    }

    private void add(String path, String problem) {
        problems.add(path.isEmpty() ? problem : path + ": " + problem);
    }
}
