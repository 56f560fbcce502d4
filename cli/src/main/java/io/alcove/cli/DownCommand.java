package io.alcove.cli;

import io.alcove.cli.local.Layout;
import io.alcove.cli.local.ProcessTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "down",
        description = "Stop the virtual cluster of this machine; its data stays.",
        mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    @Option(names = "--delete", description = "Remove its data as well.")
    private boolean delete;

    @Option(
            names = "--directory",
            paramLabel = "D",
            description = "Where its data, logs and keys are. Default: .alcove of the repository")
    private Optional<Path> directory = Optional.empty();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Layout layout = Repository.layout(directory);
        List<String> ended = new ProcessTable(layout.processes()).endAll();
        out.println(
                ended.isEmpty() ? "Nothing was running" : "Stopped " + String.join(", ", ended));
        if (delete && Files.exists(layout.root())) {
            remove(layout.root());
            out.println("Deleted its data");
        }
        out.flush();
        return 0;
    }

    private static void remove(Path directory) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(directory)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
