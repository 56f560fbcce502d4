package io.alcove.apiserver.metrics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What every process says of itself, read from the system when somebody looks. */
public final class ProcessMetrics {

    private static final double MILLIS = 1000;
    private static final double NANOS = 1e9;
    private static final int KIB = 1024;
    private static final Path SELF = Path.of("/proc/self");

    private ProcessMetrics() {}

    /**
     * @param version the one that is served ("v1.36.3")
     */
    public static void addTo(Metrics metrics, String version) {
        metrics.observed(
                "process_start_time_seconds",
                "gauge",
                "When the process started, in seconds since 1970.",
                () -> ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
        metrics.observed(
                "process_cpu_seconds_total",
                "counter",
                "Seconds of CPU that the process used.",
                () ->
                        ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .map(used -> used.toNanos() / NANOS)
                                .orElse(0.0));
        metrics.observed(
                "process_resident_memory_bytes",
                "gauge",
                "Memory that the process holds.",
                () -> status("VmRSS:") * KIB);
        metrics.observed(
                "process_virtual_memory_bytes",
                "gauge",
                "Address space of the process.",
                () -> status("VmSize:") * KIB);
        metrics.observed(
                "process_open_fds", "gauge", "Open files and sockets.", ProcessMetrics::openFiles);
        metrics.observed(
                "kubernetes_build_info",
                "gauge",
                "The version of Kubernetes that is served.",
                List.of("git_version", "platform"),
                () -> Map.of(List.of(version, platform()), 1.0));
    }

    private static String platform() {
        String arch = System.getProperty("os.arch", "");
        return "linux/" + (arch.equals("aarch64") ? "arm64" : arch);
    }

    /** In KiB; 0 where the system does not say. */
    private static double status(String key) {
        try (Stream<String> lines = Files.lines(SELF.resolve("status"))) {
            return lines.filter(line -> line.startsWith(key))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }

    private static double openFiles() {
        try (Stream<Path> open = Files.list(SELF.resolve("fd"))) {
            return open.count();
        } catch (IOException _) {
            return 0;
        }
    }
}
