package io.alcove.cel.library;

import io.alcove.cel.value.CelError;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations and timestamps as Go has them: nanoseconds in 64 bits, years 1 to 9999. */
final class Durations {

    private static final long MIN_UNIX = -62135596800L;
    private static final long MAX_UNIX = 253402300799L;
    private static final Pattern PART =
            Pattern.compile("([0-9]*)(\\.[0-9]*)?(ns|us|µs|μs|ms|s|m|h)");

    private Durations() {}

    /** The duration, unless its nanoseconds do not fit. */
    static Object checked(Duration duration) {
        try {
            Object _ = duration.toNanos();
            return duration;
        } catch (ArithmeticException e) {
            return CelError.INT_OVERFLOW;
        }
    }

    static Object checked(Instant timestamp) {
        long seconds = timestamp.getEpochSecond();
        return seconds < MIN_UNIX || seconds > MAX_UNIX ? CelError.TIMESTAMP_OVERFLOW : timestamp;
    }

    static Object timestamp(long unixSeconds) {
        return unixSeconds < MIN_UNIX || unixSeconds > MAX_UNIX
                ? CelError.TIMESTAMP_OVERFLOW
                : Instant.ofEpochSecond(unixSeconds);
    }

    /** Reads "1h30m", "-1.5s", "0". */
    static Optional<Duration> parse(String text) {
        boolean negative = text.startsWith("-");
        String rest = negative || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        return nanos(rest)
                .map(nanos -> negative ? nanos.negate() : nanos)
                .filter(Durations::fits)
                .map(nanos -> Duration.ofNanos(nanos.longValue()));
    }

    private static boolean fits(BigDecimal nanos) {
        return nanos.toBigInteger().bitLength() < Long.SIZE;
    }

    private static Optional<BigDecimal> nanos(String text) {
        Matcher part = PART.matcher(text);
        BigDecimal sum = BigDecimal.ZERO;
        int at = 0;
        while (at < text.length()) {
            part.region(at, text.length());
            if (!part.lookingAt()) {
                return Optional.empty();
            }
            String whole = part.group(1);
            String fraction = part.group(2) == null ? "" : part.group(2);
            if (whole.isEmpty() && fraction.length() < 2) {
                return Optional.empty();
            }
            BigDecimal amount =
                    new BigDecimal(
                            (whole.isEmpty() ? "0" : whole)
                                    + (fraction.length() < 2 ? "" : fraction));
            BigDecimal unit = BigDecimal.valueOf(unit(part.group(3)));
            sum = sum.add(new BigDecimal(amount.multiply(unit).toBigInteger()));
            at = part.end();
        }
        return Optional.of(sum);
    }

    private static long unit(String name) {
        return switch (name) {
            case "ns" -> 1L;
            case "us", "µs", "μs" -> 1_000L;
            case "ms" -> 1_000_000L;
            case "s" -> 1_000_000_000L;
            case "m" -> 60_000_000_000L;
            default -> 3_600_000_000_000L;
        };
    }
}
