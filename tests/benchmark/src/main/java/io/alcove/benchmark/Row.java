package io.alcove.benchmark;

import java.util.Arrays;
import java.util.Locale;

/** One kind of load, and how many requests a run of it has. */
enum Row {
    CREATE("create", 3000),
    GET("get", 10_000),
    UPDATE("update", 3000),
    APPLY("apply", 2000),
    POD("create pod", 1500),
    LIST("list of all pods", 48),
    PAGE("list of 500", 250),
    PROTOBUF_LIST("protobuf list of all pods", 48),
    PROTOBUF_PAGE("protobuf list of 500", 250),
    WATCH("create that 50 watchers get", 800);

    private final String title;
    private final int requests;

    Row(String title, int requests) {
        this.title = title;
        this.requests = requests;
    }

    String title() {
        return title;
    }

    int requests(double scale) {
        return (int) Math.max(Load.CLIENTS, Math.round(requests * scale));
    }

    static Row named(String name) {
        return Arrays.stream(values())
                .filter(row -> row.option().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such row: " + name));
    }

    private String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
