package io.alcove.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the broker is started with. */
record BrokerOptions(Path dataDirectory, int port) {

    private static final int DEFAULT_PORT = 9092;

    /**
     * @throws IllegalArgumentException where a flag is unknown, lacks its value, or data-dir is
     *     missing
     */
    static BrokerOptions parse(List<String> arguments) {
        Map<String, String> flags = new HashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--") || equals < 0) {
                throw new IllegalArgumentException("expected --flag=value, got " + argument);
            }
            flags.put(argument.substring(2, equals), argument.substring(equals + 1));
        }
        String dataDirectory = flags.remove("data-dir");
        String port = flags.remove("port");
        if (!flags.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown flag: --" + flags.keySet().iterator().next());
        }
        if (dataDirectory == null) {
            throw new IllegalArgumentException("--data-dir is required");
        }
        return new BrokerOptions(
                Path.of(dataDirectory), port == null ? DEFAULT_PORT : Integer.parseInt(port));
    }
}
