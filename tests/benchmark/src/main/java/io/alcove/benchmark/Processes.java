package io.alcove.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the processes of one server use together, as Linux counts it. */
record Processes(List<Long> pids) {

    /** USER_HZ, which is the same on every Linux that Java runs on. */
    private static final long TICK_NANOS = 10_000_000;

    private static final int UTIME = 11;
    private static final int STIME = 12;

    /** User and system time since they started. */
    long cpuNanos() throws IOException {
        long ticks = 0;
        for (long pid : pids) {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            ticks += Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
        }
        return ticks * TICK_NANOS;
    }

    long residentBytes() throws IOException {
        long kib = 0;
        for (long pid : pids) {
            kib +=
                    Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum();
        }
        return kib * 1024;
    }
}
