package io.alcove.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Runs the same load against all servers, which take turns row by row. */
public final class Benchmark {

    /** Until a server that was just started has come to rest. */
    private static final Duration REST = Duration.ofSeconds(5);

    private final Settings settings;
    private final List<Load> loads = new ArrayList<>();

    private Benchmark(Settings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.parse(arguments);
        Path directory = Files.createTempDirectory("alcove-benchmark");
        try (Servers servers = new Servers(settings.repository(), directory)) {
            System.out.println(new Benchmark(settings).run(servers).text());
        }
    }

    private Report run(Servers servers)
            throws IOException, InterruptedException, ExecutionException {
        int port = settings.port();
        for (String name : settings.servers()) {
            loads.add(new Load(servers.start(name, port)));
            port += 10;
        }
        Thread.sleep(REST);
        for (Load load : loads) {
            load.noteIdle();
        }
        for (Load load : loads) {
            load.prepare(settings.pods());
        }
        Report report = new Report(loads.stream().map(load -> load.server().name()).toList());
        for (int run = -settings.warmUps(); run < settings.runs(); run++) {
            for (Row row : settings.rows()) {
                measure(row, run, report);
            }
        }
        for (Load load : loads) {
            report.add(load.memory());
        }
        return report;
    }

    /** Negative runs warm up. */
    private void measure(Row row, int run, Report report)
            throws IOException, InterruptedException, ExecutionException {
        for (Load load : loads) {
            Measurement measurement = load.run(row, row.requests(settings.scale()));
            String server = load.server().name();
            System.err.printf(
                    "%s run %d %s %s %s%n", Instant.now(), run, row.title(), server, measurement);
            if (run >= 0) {
                report.add(row, server, measurement);
            }
        }
    }
}
