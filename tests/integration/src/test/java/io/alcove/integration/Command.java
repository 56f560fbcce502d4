package io.alcove.integration;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Programs that are run to their end.
 *
 * @param prefix what stands before every command line
 */
record Command(List<String> prefix) {

    /** Standard output and error together. */
    record Result(int code, String output) {}

    static Command of(Path program) {
        return new Command(List.of(program.toString()));
    }

    Command with(String... more) {
        List<String> longer = new ArrayList<>(prefix);
        longer.addAll(List.of(more));
        return new Command(longer);
    }

    /** What it printed; a failure is an error that says what it printed. */
    String run(Duration within, String... arguments) {
        return checked(result(within, "", arguments), arguments);
    }

    String runWithInput(Duration within, String input, String... arguments) {
        return checked(result(within, input, arguments), arguments);
    }

    Result result(Duration within, String input, String... arguments) {
        List<String> line = with(arguments).prefix();
        try {
            File output = File.createTempFile("alcove-command", ".out");
            try {
                Process process =
                        new ProcessBuilder(line)
                                .redirectErrorStream(true)
                                .redirectOutput(output)
                                .start();
                try (var in = process.outputWriter()) {
                    in.write(input);
                }
                if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw new TimeoutException(
                            "did not end within %s: %s%n%s".formatted(within, line, read(output)));
                }
                return new Result(process.exitValue(), read(output));
            } finally {
                output.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private String checked(Result result, String... arguments) {
        if (result.code() != 0) {
            throw new IllegalStateException(
                    "%s ended with %d:%n%s"
                            .formatted(
                                    String.join(" ", with(arguments).prefix()),
                                    result.code(),
                                    result.output()));
        }
        return result.output();
    }

    private static String read(File file) throws IOException {
        return java.nio.file.Files.readString(file.toPath());
    }
}
