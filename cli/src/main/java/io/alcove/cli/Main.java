package io.alcove.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line of Alcove. {@code alcove run} is the launcher's own: it needs no JVM beside the
 * service's.
 */
@Command(
        name = "alcove",
        description = "A Kubernetes cluster in a namespace.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            EventsCommand.class,
            CatalogCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        CommandLine commandLine = new CommandLine(new Main());
        commandLine.setExecutionExceptionHandler(
                (failure, line, _) -> {
                    line.getErr().println("alcove: " + failure.getMessage());
                    return 1;
                });
        System.exit(commandLine.execute(arguments));
    }
}
