package io.alcove.cli;

import io.alcove.cli.catalog.VersionFiles;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "catalog",
        description =
                "Make the data files of a Kubernetes version from a live API server of that"
                        + " version.",
        mixinStandardHelpOptions = true)
final class CatalogCommand implements Callable<Integer> {

    @Option(
            names = "--kubeconfig",
            paramLabel = "F",
            required = true,
            description = "A fresh kube-apiserver, as its administrator.")
    private Path kubeconfig = Path.of("");

    @Option(
            names = "--go-facts",
            paramLabel = "D",
            description = "What lib/apimachinery/tools/go-facts/pack.sh wrote for that version.")
    private Optional<Path> goFacts = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "D",
            description = "Folder of the files. Default: their places in the repository")
    private Optional<Path> out = Optional.empty();

    @Spec private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        PrintWriter lines = spec.commandLine().getOut();
        VersionFiles files =
                out.map(VersionFiles::in)
                        .orElseGet(() -> VersionFiles.ofRepository(Repository.root()));
        for (Path written : files.write(kubeconfig, goFacts)) {
            lines.println(written);
        }
        lines.flush();
        return 0;
    }
}
