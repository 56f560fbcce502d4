package io.alcove.client.flag;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service was started with: its command line, then its environment ({@code
 * ALCOVE_DNS_CA_FILE} for {@code --ca-file} of the service dns), then each flag's default. An
 * unknown flag and a value of the wrong form are refused.
 */
public final class Flags {

    private final Map<String, String> values;

    private Flags(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param service the word in the environment's names ("dns", "controller-manager")
     */
    public static Flags parse(
            String service,
            List<Flag> known,
            List<String> arguments,
            Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        for (Flag flag : known) {
            String inEnvironment = environment.get(environmentName(service, flag.name()));
            values.put(flag.name(), inEnvironment == null ? flag.defaultValue() : inEnvironment);
        }
        Set<String> switches =
                known.stream()
                        .filter(Flag::isSwitch)
                        .map(Flag::name)
                        .collect(Collectors.toUnmodifiableSet());
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            if (argument.equals("--help") || argument.equals("-h")) {
                throw new FlagException(usage(service, known));
            }
            set(values, switches, argument, rest);
        }
        return new Flags(values);
    }

    /** The same flags, with these values for those that are empty. */
    public Flags withDefaults(Map<String, String> defaults) {
        Map<String, String> more = new HashMap<>(values);
        defaults.forEach(
                (name, value) -> {
                    if (!isSet(name)) {
                        more.put(name, value);
                    }
                });
        return new Flags(more);
    }

    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no such flag: " + name);
        }
        return value;
    }

    public boolean isSet(String name) {
        return !text(name).isEmpty();
    }

    public Path path(String name) {
        return Path.of(text(name));
    }

    public int number(String name) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException _) {
            throw invalid(name, "not a number");
        }
    }

    public boolean bool(String name) {
        return switch (text(name).toLowerCase(Locale.ROOT)) {
            case "true", "1", "t" -> true;
            case "false", "0", "f" -> false;
            default -> throw invalid(name, "neither true nor false");
        };
    }

    /** A duration as Go writes it: {@code 1m30s}, {@code 500ms}. */
    public Duration duration(String name) {
        try {
            return GoDuration.parse(text(name));
        } catch (IllegalArgumentException _) {
            throw invalid(name, "not a duration");
        }
    }

    /** Comma-separated values, without empty ones. */
    public List<String> list(String name) {
        return Stream.of(text(name).split(",", -1))
                .map(String::strip)
                .filter(v -> !v.isEmpty())
                .toList();
    }

    private static void set(
            Map<String, String> values,
            Set<String> switches,
            String argument,
            Iterator<String> rest) {
        if (!argument.startsWith("--")) {
            throw new FlagException("unexpected argument: " + argument);
        }
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument.substring(2) : argument.substring(2, equals);
        if (!values.containsKey(name)) {
            throw new FlagException("unknown flag: --" + name);
        }
        if (equals >= 0) {
            values.put(name, argument.substring(equals + 1));
        } else if (switches.contains(name)) {
            values.put(name, "true");
        } else if (rest.hasNext()) {
            values.put(name, rest.next());
        } else {
            throw new FlagException("flag needs an argument: --" + name);
        }
    }

    private static String usage(String service, List<Flag> known) {
        StringBuilder usage = new StringBuilder("flags of " + service + ":");
        for (Flag flag : known) {
            String example = flag.defaultValue().isEmpty() ? "" : "=" + flag.defaultValue();
            usage.append("\n  %-45s %s".formatted("--" + flag.name() + example, flag.help()));
        }
        return usage.toString();
    }

    private static String environmentName(String service, String flag) {
        return ("ALCOVE_" + service + "_" + flag).replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private FlagException invalid(String name, String why) {
        return new FlagException(
                "invalid argument \"" + text(name) + "\" for \"--" + name + "\" flag: " + why);
    }
}
