package io.alcove.apimachinery.protobuf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;

/** A time as JSON has it, in seconds since 1970 and what is over. */
record TimeBytes(long seconds, int nanos) {

    static final int NANOS_OF_MICRO = 1000;

    /** The year 1, which Go starts with. */
    private static final long ZERO = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();

    private static final int WHOLE_SECONDS = "2006-01-02T15:04:05Z".length();
    private static final int SECONDS_OF_DAY = 24 * 60 * 60;

    static TimeBytes parse(byte[] text, int from, int to) {
        if (to - from == WHOLE_SECONDS && text[to - 1] == 'Z') {
            long day =
                    LocalDate.of(
                                    number(text, from, 4),
                                    number(text, from + 5, 2),
                                    number(text, from + 8, 2))
                            .toEpochDay();
            int second =
                    (number(text, from + 11, 2) * 60 + number(text, from + 14, 2)) * 60
                            + number(text, from + 17, 2);
            return new TimeBytes(day * SECONDS_OF_DAY + second, 0);
        }
        Instant instant =
                OffsetDateTime.parse(
                                new String(
                                        Arrays.copyOfRange(text, from, to),
                                        StandardCharsets.US_ASCII))
                        .toInstant();
        return new TimeBytes(instant.getEpochSecond(), instant.getNano());
    }

    boolean isZero() {
        return seconds == ZERO && nanos == 0;
    }

    private static int number(byte[] text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = number * 10 + text[i] - '0';
        }
        return number;
    }
}
