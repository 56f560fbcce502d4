package io.alcove.apiserver.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One name with a value for each combination of its labels. */
public final class Series<T extends Metric> implements Family {

    /** More combinations than any real server has: what is over is counted under no labels. */
    private static final int MAX_COMBINATIONS = 20_000;

    private final String name;
    private final String type;
    private final String help;
    private final List<String> labels;
    private final Supplier<T> maker;
    private final Map<List<String>, T> values = new ConcurrentHashMap<>();

    Series(String name, String type, String help, List<String> labels, Supplier<T> maker) {
        this.name = name;
        this.type = type;
        this.help = help;
        this.labels = labels;
        this.maker = maker;
    }

    String name() {
        return name;
    }

    /**
     * @param of the values of the labels, in their order
     */
    public T of(String... of) {
        List<String> key = List.of(of);
        T known = values.get(key);
        if (known != null) {
            return known;
        }
        return values.computeIfAbsent(
                values.size() < MAX_COMBINATIONS ? key : labels.stream().map(_ -> "").toList(),
                _ -> maker.get());
    }

    @Override
    public void writeTo(TextFormat text) {
        if (!values.isEmpty()) {
            text.head(name, type, help);
            values.forEach((of, value) -> value.writeTo(text, name, labels, of));
        }
    }
}
