package io.alcove.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line for a shell, in which kubectl is the one of the version that is compared with.
 *
 * @param difference why the two servers are known to answer it differently
 */
record Command(String line, Optional<String> difference) {

    private static final String DIFFERS = "# differs: ";

    /** Reads a file of commands: one a line, with comments. */
    static List<Command> parse(String file) {
        List<Command> commands = new ArrayList<>();
        Optional<String> difference = Optional.empty();
        for (String line : file.lines().toList()) {
            if (line.startsWith(DIFFERS)) {
                difference = Optional.of(line.substring(DIFFERS.length()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                commands.add(new Command(line, difference));
                difference = Optional.empty();
            }
        }
        return commands;
    }
}
