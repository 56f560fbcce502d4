package io.alcove.broker;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the broker is started with.
 *
 * @param bindAddress what it listens on
 * @param advertisedHost the name that clients are told to come back to
 */
record BrokerOptions(Path dataDirectory, int port, String bindAddress, String advertisedHost) {

    private static final int DEFAULT_PORT = 9092;
    private static final String LOOPBACK = "127.0.0.1";

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
        String bindAddress = Objects.requireNonNullElse(flags.remove("bind-address"), LOOPBACK);
        String host = Objects.requireNonNullElse(flags.remove("advertised-host"), LOOPBACK);
        if (!flags.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown flag: --" + flags.keySet().iterator().next());
        }
        if (dataDirectory == null) {
            throw new IllegalArgumentException("--data-dir is required");
        }
        return new BrokerOptions(
                Path.of(dataDirectory),
                port == null ? DEFAULT_PORT : Integer.parseInt(port),
                bindAddress,
                host);
    }
}
