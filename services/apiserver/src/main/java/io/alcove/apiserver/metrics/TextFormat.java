package io.alcove.apiserver.metrics;

import java.util.List;

/** Prometheus' text format, version 0.0.4. */
final class TextFormat {

    private final StringBuilder text = new StringBuilder();

    void head(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(escaped(help, false)).append('\n');
        text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    void line(String name, List<String> labels, List<String> values, double value) {
        text.append(name);
        for (int i = 0; i < labels.size(); i++) {
            text.append(i == 0 ? '{' : ',').append(labels.get(i)).append("=\"");
            text.append(escaped(values.get(i), true)).append('"');
        }
        text.append(labels.isEmpty() ? " " : "} ").append(number(value)).append('\n');
    }

    /** Whole numbers without a point, as Go prints them. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String escaped(String raw, boolean quotes) {
        String text = raw.replace("\\", "\\\\").replace("\n", "\\n");
        return quotes ? text.replace("\"", "\\\"") : text;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
