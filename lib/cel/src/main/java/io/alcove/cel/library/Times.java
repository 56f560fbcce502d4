package io.alcove.cel.library;

import static io.alcove.cel.type.CelType.DURATION;
import static io.alcove.cel.type.CelType.INT;
import static io.alcove.cel.type.CelType.STRING;
import static io.alcove.cel.type.CelType.TIMESTAMP;

import io.alcove.cel.function.FunctionDeclaration;
import io.alcove.cel.function.Overload;
import io.alcove.cel.value.CelError;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** The parts of timestamps and durations. */
final class Times {

    private static final int DAYS_OF_WEEK = 7;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private Times() {}

    static List<FunctionDeclaration> functions() {
        return List.of(
                part("getFullYear", "year", ZonedDateTime::getYear),
                part("getMonth", "month", t -> t.getMonthValue() - 1L),
                part("getDayOfYear", "day_of_year", t -> t.getDayOfYear() - 1L),
                part("getDayOfMonth", "day_of_month", t -> t.getDayOfMonth() - 1L),
                part("getDate", "day_of_month_1_based", ZonedDateTime::getDayOfMonth),
                part(
                        "getDayOfWeek",
                        "day_of_week",
                        t -> t.getDayOfWeek().getValue() % DAYS_OF_WEEK),
                part("getHours", "hours", ZonedDateTime::getHour, Duration::toHours),
                part("getMinutes", "minutes", ZonedDateTime::getMinute, Duration::toMinutes),
                part("getSeconds", "seconds", ZonedDateTime::getSecond, Duration::toSeconds),
                part(
                        "getMilliseconds",
                        "milliseconds",
                        t -> t.getNano() / NANOS_PER_MILLI,
                        Duration::toMillis));
    }

    private static FunctionDeclaration part(
            String name, String id, ToLongFunction<ZonedDateTime> of) {
        return new FunctionDeclaration(name, ofTimestamp(id, of), true);
    }

    private static FunctionDeclaration part(
            String name,
            String id,
            ToLongFunction<ZonedDateTime> of,
            ToLongFunction<Duration> ofDuration) {
        List<Overload> overloads = new ArrayList<>(ofTimestamp(id, of));
        overloads.add(
                Overload.memberUnary(
                        "duration_to_" + id,
                        DURATION,
                        INT,
                        d -> ofDuration.applyAsLong((Duration) d)));
        return new FunctionDeclaration(name, overloads, true);
    }

    private static List<Overload> ofTimestamp(String id, ToLongFunction<ZonedDateTime> of) {
        String zoned = id.equals("seconds") ? "_tz" : "_with_tz";
        return List.of(
                Overload.memberUnary(
                        "timestamp_to_" + id,
                        TIMESTAMP,
                        INT,
                        t -> of.applyAsLong(((Instant) t).atZone(ZoneOffset.UTC))),
                Overload.memberBinary(
                        "timestamp_to_" + id + zoned,
                        TIMESTAMP,
                        STRING,
                        INT,
                        (t, zone) -> in((Instant) t, (String) zone, of)));
    }

    private static Object in(Instant timestamp, String zone, ToLongFunction<ZonedDateTime> of) {
        try {
            boolean unsigned = zone.indexOf(':') == 2;
            ZoneId id = ZoneId.of(unsigned ? "+" + zone : zone.isEmpty() ? "UTC" : zone);
            return of.applyAsLong(timestamp.atZone(id));
        } catch (DateTimeException e) {
            return new CelError("unknown time zone " + zone);
        }
    }
}
