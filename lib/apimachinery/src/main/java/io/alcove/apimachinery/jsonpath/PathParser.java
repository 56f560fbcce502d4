package io.alcove.apimachinery.jsonpath;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads paths. */
final class PathParser {

    /** Deeper unions and filters than these are no paths. */
    private static final int MAX_DEPTH = 32;

    private static final Pattern SLICE = Pattern.compile("(-?\\d*):(-?\\d*)(?::(\\d+))?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern OPERATOR = Pattern.compile("==|!=|<=|>=|<|>");

    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed() {
            super("no path", null, false, false);
        }
    }

    private final String text;
    private final int depth;
    private int at;

    PathParser(String text) throws Malformed {
        this(text, 0);
    }

    private PathParser(String text, int depth) throws Malformed {
        if (depth > MAX_DEPTH) {
            throw new Malformed();
        }
        this.text = text;
        this.depth = depth;
    }

    List<Step> path() throws Malformed {
        List<Step> steps = new ArrayList<>();
        if (at < text.length() && (text.charAt(at) == '$' || text.charAt(at) == '@')) {
            at++;
        }
        while (at < text.length()) {
            switch (text.charAt(at)) {
                case '.' -> dot(steps);
                case '[' -> steps.add(bracket());
                default -> steps.add(name());
            }
        }
        return steps;
    }

    private void dot(List<Step> steps) {
        at++;
        if (at < text.length() && text.charAt(at) == '.') {
            steps.add(new Step.Recursive());
            at++;
        }
    }

    private Step name() throws Malformed {
        StringBuilder name = new StringBuilder();
        while (at < text.length() && ".[".indexOf(text.charAt(at)) < 0) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            } else if (" ]{}".indexOf(text.charAt(at)) >= 0) {
                throw new Malformed();
            }
            name.append(text.charAt(at++));
        }
        return name.toString().equals("*") ? new Step.Wildcard() : new Step.Field(name.toString());
    }

    private Step bracket() throws Malformed {
        String inside = inside();
        if (inside.startsWith("?(") && inside.endsWith(")")) {
            return new Step.Filter(comparison(inside.substring(2, inside.length() - 1).strip()));
        }
        List<String> parts = split(inside);
        if (parts.size() == 1) {
            return selector(parts.getFirst().strip());
        }
        List<List<Step>> paths = new ArrayList<>();
        for (String part : parts) {
            paths.add(List.of(selector(part.strip())));
        }
        return new Step.Union(paths);
    }

    private static Step selector(String text) throws Malformed {
        if (text.equals("*")) {
            return new Step.Wildcard();
        }
        if (text.length() >= 2 && isQuoted(text)) {
            return new Step.Field(text.substring(1, text.length() - 1).replace("\\", ""));
        }
        Matcher slice = SLICE.matcher(text);
        if (slice.matches()) {
            int step = slice.group(3) == null ? 1 : integer(slice.group(3));
            if (step == 0) {
                throw new Malformed();
            }
            return new Step.Slice(bound(slice.group(1)), bound(slice.group(2)), step);
        }
        return new Step.Index(integer(text));
    }

    private static boolean isQuoted(String text) {
        char first = text.charAt(0);
        return (first == '\'' || first == '"') && text.charAt(text.length() - 1) == first;
    }

    private static OptionalInt bound(String text) throws Malformed {
        return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(integer(text));
    }

    private static int integer(String text) throws Malformed {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException _) {
            throw new Malformed();
        }
    }

    private Comparison comparison(String text) throws Malformed {
        int operatorAt = operatorAt(text);
        if (operatorAt < 0) {
            return new Comparison(operand(text), "", null);
        }
        Matcher operator = OPERATOR.matcher(text);
        if (!operator.find(operatorAt)) {
            throw new Malformed();
        }
        return new Comparison(
                operand(text.substring(0, operatorAt).strip()),
                operator.group(),
                operand(text.substring(operator.end()).strip()));
    }

    private static int operatorAt(String text) {
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '<' || c == '>' || c == '=' || c == '!') {
                return i;
            }
        }
        return -1;
    }

    private Comparison.Operand operand(String text) throws Malformed {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (text.isEmpty()) {
            throw new Malformed();
        }
        if (text.length() >= 2 && isQuoted(text)) {
            return new Comparison.Operand.Literal(
                    nodes.textNode(text.substring(1, text.length() - 1)));
        }
        if (text.equals("true") || text.equals("false")) {
            return new Comparison.Operand.Literal(nodes.booleanNode(text.equals("true")));
        }
        if (NUMBER.matcher(text).matches()) {
            return new Comparison.Operand.Literal(nodes.numberNode(Double.parseDouble(text)));
        }
        return new Comparison.Operand.Path(new PathParser(text, depth + 1).path());
    }

    /** What stands in the brackets that open here. */
    private String inside() throws Malformed {
        int start = ++at;
        int open = 1;
        char quote = 0;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '[') {
                open++;
            } else if (c == ']' && --open == 0) {
                return text.substring(start, at++);
            }
        }
        throw new Malformed();
    }

    /** The parts between commas that stand in no quotes. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == ',') {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }
}
