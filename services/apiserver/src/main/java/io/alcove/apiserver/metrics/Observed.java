package io.alcove.apiserver.metrics;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

record Observed(
        String name,
        String type,
        String help,
        List<String> labels,
        Supplier<Map<List<String>, Double>> values)
        implements Family {

    @Override
    public void writeTo(TextFormat text) {
        Map<List<String>, Double> now = values.get();
        if (!now.isEmpty()) {
            text.head(name, type, help);
            now.forEach((of, value) -> text.line(name, labels, of, value));
        }
    }
}
