package io.alcove.cli.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts a component as a process that outlives this one. */
final class Launcher {

    private static final List<String> JVM_FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseCompactObjectHeaders",
                    "-Xms16m",
                    "-Xmx512m",
                    "-XX:MaxDirectMemorySize=128m",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow");

    private final Layout layout;
    private final Path java;

    Launcher(Layout layout) {
        this.layout = layout;
        this.java = Path.of(System.getProperty("java.home"), "bin", "java");
    }

    ProcessHandle start(Component component) throws IOException {
        Path application = layout.application(component.service());
        List<String> command = new ArrayList<>();
        if (hasSetsid()) {
            // a session of its own, so that closing the terminal does not end it
            command.add("setsid");
        }
        command.add(java.toString());
        command.addAll(JVM_FLAGS);
        Path cache = application.resolve("app.aot");
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.add("-jar");
        command.add(application.resolve("quarkus-run.jar").toString());
        command.addAll(component.arguments());
        Path log = layout.log(component.name());
        Files.createDirectories(log.getParent());
        return new ProcessBuilder(command)
                .directory(layout.root().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectErrorStream(true)
                .start()
                .toHandle();
    }

    private static boolean hasSetsid() {
        return Files.isExecutable(Path.of("/usr/bin/setsid"))
                || Files.isExecutable(Path.of("/bin/setsid"));
    }
}
