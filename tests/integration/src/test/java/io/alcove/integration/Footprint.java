package io.alcove.integration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The resident memory of the control plane's processes, which run in containers of this machine.
 */
final class Footprint {

    private static final String JAR = "/app/quarkus-run.jar";

    private Footprint() {}

    /** MiB by the component's name, which its pod's name begins with. */
    static Map<String, Long> residentMebibytes() throws IOException {
        Map<String, Long> memory = new TreeMap<>();
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes.toList()) {
                if (process.getFileName().toString().chars().allMatch(Character::isDigit)) {
                    component(process)
                            .ifPresent(
                                    name ->
                                            resident(process)
                                                    .ifPresent(size -> memory.put(name, size)));
                }
            }
        }
        return memory;
    }

    private static Optional<String> component(Path process) {
        boolean isService =
                Stream.of(read(process.resolve("cmdline")).split("\0", -1)).anyMatch(JAR::equals);
        return isService
                ? Stream.of(read(process.resolve("environ")).split("\0", -1))
                        .filter(variable -> variable.startsWith("HOSTNAME="))
                        .map(variable -> variable.substring("HOSTNAME=".length()))
                        .map(pod -> pod.replaceFirst("(-[a-z0-9]{8,10}-[a-z0-9]{5}|-0)$", ""))
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Long> resident(Path process) {
        return read(process.resolve("status"))
                .lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst();
    }

    /** Empty where the process has ended meanwhile. */
    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
