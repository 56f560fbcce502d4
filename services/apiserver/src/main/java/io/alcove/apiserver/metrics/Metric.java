package io.alcove.apiserver.metrics;

import java.util.List;

/** A value, or several that belong together. */
interface Metric {

    void writeTo(TextFormat text, String name, List<String> labels, List<String> values);
}
