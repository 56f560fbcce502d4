package io.alcove.benchmark;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked on the command line, as {@code --name=value}.
 *
 * @param scale of the number of requests
 * @param port the first of those that the servers take, ten each
 */
record Settings(
        Path repository,
        List<String> servers,
        List<Row> rows,
        int warmUps,
        int runs,
        double scale,
        int pods,
        int port) {

    static Settings parse(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("not of the form --name=value: " + argument);
            }
            given.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        Settings settings =
                new Settings(
                        Path.of(take(given, "repository", ".")).toAbsolutePath().normalize(),
                        list(take(given, "servers", "alcove,etcd,kine")),
                        rows(take(given, "rows", "")),
                        Integer.parseInt(take(given, "warm-ups", "2")),
                        Integer.parseInt(take(given, "runs", "5")),
                        Double.parseDouble(take(given, "scale", "1")),
                        Integer.parseInt(take(given, "pods", "5000")),
                        Integer.parseInt(take(given, "port", "16500")));
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("unknown: " + given.keySet());
        }
        return settings;
    }

    private static String take(Map<String, String> given, String name, String otherwise) {
        String value = given.remove(name);
        return value == null ? otherwise : value;
    }

    private static List<Row> rows(String names) {
        return names.isEmpty()
                ? List.of(Row.values())
                : list(names).stream().map(Row::named).toList();
    }

    private static List<String> list(String text) {
        return Arrays.asList(text.split(",", -1));
    }
}
