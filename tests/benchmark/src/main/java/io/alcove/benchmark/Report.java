package io.alcove.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured, and the text of it. */
final class Report {

    private static final String HEAD =
            """
            | row | server | requests/s | p50 ms | p99 ms | CPU ms/request | CPU of AUTHORITY's | throughput of AUTHORITY's |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    private final List<String> servers;
    private final List<Run> runs = new ArrayList<>();
    private final List<Memory> memory = new ArrayList<>();

    private record Run(Row row, String server, Measurement measurement) {}

    /**
     * @param idleBytes resident after the start
     * @param loadedBytes resident after all rows
     */
    record Memory(String server, long idleBytes, long loadedBytes) {

        private static final double MIB = 1 << 20;

        private String line() {
            return String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f |%n",
                    server,
                    idleBytes / MIB,
                    loadedBytes / MIB);
        }
    }

    /**
     * @param servers in their order; etcd is what others are compared with, or else the first
     */
    Report(List<String> servers) {
        this.servers = servers;
    }

    void add(Row row, String server, Measurement run) {
        runs.add(new Run(row, server, run));
    }

    void add(Memory used) {
        memory.add(used);
    }

    String text() {
        String authority = servers.contains(Servers.ETCD) ? Servers.ETCD : servers.getFirst();
        StringBuilder text = new StringBuilder(HEAD.replace("AUTHORITY", authority));
        for (Row row : Row.values()) {
            if (runs.stream().anyMatch(run -> run.row() == row)) {
                Measurement base = median(row, authority);
                servers.forEach(
                        server -> text.append(line(row, server, median(row, server), base)));
            }
        }
        text.append("\n| server | resident MiB idle | after the load |\n| --- | --- | --- |\n");
        memory.forEach(used -> text.append(used.line()));
        return text.toString();
    }

    private Measurement median(Row row, String server) {
        return Measurement.median(
                runs.stream()
                        .filter(run -> run.row() == row && run.server().equals(server))
                        .map(Run::measurement)
                        .toList());
    }

    private static String line(Row row, String server, Measurement median, Measurement base) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.0f | %.2f | %.2f | %.3f | %s | %.2f |%n",
                row.title(),
                server,
                median.requestsPerSecond(),
                median.p50Millis(),
                median.p99Millis(),
                median.cpuMillis(),
                share(median.cpuMillis() / base.cpuMillis()),
                median.requestsPerSecond() / base.requestsPerSecond());
    }

    private static String share(double ratio) {
        return ratio < 1
                ? String.format(Locale.ROOT, "1/%.1f", 1 / ratio)
                : String.format(Locale.ROOT, "%.2f", ratio);
    }
}
