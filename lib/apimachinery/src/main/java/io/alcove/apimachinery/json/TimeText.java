package io.alcove.apimachinery.json;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** RFC 3339 as metav1.Time and MicroTime read and write it: any offset in, UTC out. */
final class TimeText {

    private static final String SECONDS = "2006-01-02T15:04:05Z07:00";
    private static final String MICROS = "2006-01-02T15:04:05.000000Z07:00";
    private static final DateTimeFormatter SECONDS_OUT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final DateTimeFormatter MICROS_OUT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private final String text;
    private final boolean micros;
    private int at;

    private TimeText(String text, boolean micros) {
        this.text = text;
        this.micros = micros;
    }

    /**
     * The same instant in UTC, in seconds or microseconds.
     *
     * @throws DecodeException with Go's message
     */
    static String normalize(String text, boolean micros) {
        return new TimeText(text, micros).normalize();
    }

    private String normalize() {
        int year = digits(4, "2006");
        literal("-");
        int month = digits(2, "01");
        literal("-");
        int day = digits(2, "02");
        literal("T");
        int hour = digits(2, "15");
        literal(":");
        int minute = digits(2, "04");
        literal(":");
        int second = digits(2, "05");
        int nanos = micros ? requiredMicros() : optionalFraction();
        int offset = offsetSeconds();
        if (at < text.length()) {
            throw error(": extra text: \"" + text.substring(at) + "\"");
        }
        return print(year, month, day, hour, minute, second, nanos, offset);
    }

    private String print(
            int year, int month, int day, int hour, int minute, int second, int nanos, int offset) {
        checkRange(month >= 1 && month <= 12, "month");
        checkRange(hour < 24, "hour");
        checkRange(minute < 60, "minute");
        checkRange(second < 60, "second");
        try {
            LocalDateTime local =
                    LocalDateTime.of(year, month, day, hour, minute, second, nanos)
                            .minusSeconds(offset);
            return (micros ? MICROS_OUT : SECONDS_OUT).format(local.atOffset(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            throw error(": day out of range");
        }
    }

    private void checkRange(boolean inRange, String part) {
        if (!inRange) {
            throw error(": " + part + " out of range");
        }
    }

    private int requiredMicros() {
        if (at >= text.length() || text.charAt(at) != '.') {
            throw cannotParse(".000000");
        }
        int start = at;
        at++;
        int value = 0;
        for (int i = 0; i < 6; i++) {
            if (!isDigit(at)) {
                at = start;
                throw cannotParse(".000000");
            }
            value = value * 10 + (text.charAt(at) - '0');
            at++;
        }
        return value * 1000;
    }

    /** Go takes a fraction although the layout has none, and what it says is dropped. */
    private int optionalFraction() {
        if (at < text.length() && ".,".indexOf(text.charAt(at)) >= 0 && isDigit(at + 1)) {
            at++;
            while (isDigit(at)) {
                at++;
            }
        }
        return 0;
    }

    private int offsetSeconds() {
        if (text.startsWith("Z", at)) {
            at++;
            return 0;
        }
        boolean wellFormed =
                text.length() >= at + 6
                        && "+-".indexOf(text.charAt(at)) >= 0
                        && isDigit(at + 1)
                        && isDigit(at + 2)
                        && text.charAt(at + 3) == ':'
                        && isDigit(at + 4)
                        && isDigit(at + 5);
        if (!wellFormed) {
            throw cannotParse("Z07:00");
        }
        int seconds = Integer.parseInt(text, at + 1, at + 3, 10) * 3600;
        seconds += Integer.parseInt(text, at + 4, at + 6, 10) * 60;
        int sign = text.charAt(at) == '-' ? -1 : 1;
        at += 6;
        return sign * seconds;
    }

    private int digits(int count, String layout) {
        for (int i = 0; i < count; i++) {
            if (!isDigit(at + i)) {
                throw cannotParse(layout);
            }
        }
        int value = Integer.parseInt(text, at, at + count, 10);
        at += count;
        return value;
    }

    private void literal(String expected) {
        if (!text.startsWith(expected, at)) {
            throw cannotParse(expected);
        }
        at++;
    }

    private boolean isDigit(int index) {
        return index < text.length() && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private DecodeException cannotParse(String layout) {
        String rest = text.substring(Math.min(at, text.length()));
        return error(
                " as \""
                        + (micros ? MICROS : SECONDS)
                        + "\": cannot parse \""
                        + rest
                        + "\" as \""
                        + layout
                        + "\"");
    }

    private DecodeException error(String what) {
        return new DecodeException("parsing time \"" + text + "\"" + what);
    }
}
