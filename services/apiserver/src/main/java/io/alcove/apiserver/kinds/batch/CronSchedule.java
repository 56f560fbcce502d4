package io.alcove.apiserver.kinds.batch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The five fields of a schedule, and the words for common ones, as robfig/cron reads them. */
final class CronSchedule {

    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final List<String> DAYS =
            List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final List<Field> FIELDS =
            List.of(
                    new Field(0, 59, List.of()),
                    new Field(0, 23, List.of()),
                    new Field(1, 31, List.of()),
                    new Field(1, 12, MONTHS),
                    new Field(0, 6, DAYS));
    private static final List<String> WORDS =
            List.of(
                    "@yearly",
                    "@annually",
                    "@monthly",
                    "@weekly",
                    "@daily",
                    "@midnight",
                    "@hourly");

    /**
     * @param names of the numbers from min on
     */
    private record Field(int min, int max, List<String> names) {}

    private static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message, null, false, false);
        }
    }

    private CronSchedule() {}

    /** What is wrong with a schedule, in the parser's words. */
    static Optional<String> problem(String schedule) {
        try {
            parse(schedule);
            return Optional.empty();
        } catch (Malformed e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static void parse(String text) {
        String schedule = text;
        if (text.startsWith("TZ=") || text.startsWith("CRON_TZ=")) {
            int space = text.indexOf(' ');
            int equals = text.indexOf('=');
            if (space < 0) {
                throw new Malformed(
                        "invalid schedule format: runtime error: slice bounds out of range [:-1]");
            }
            String zone = text.substring(equals + 1, space);
            if (!zone.isEmpty() && !TimeZoneRules.isKnown(zone)) {
                throw new Malformed(
                        "provided bad location " + zone + ": unknown time zone " + zone);
            }
            schedule = text.substring(space).strip();
        }
        if (schedule.startsWith("@")) {
            word(schedule);
        } else {
            fields(schedule);
        }
    }

    private static void word(String word) {
        if (WORDS.contains(word)) {
            return;
        }
        String every = "@every ";
        if (word.startsWith(every)) {
            GoDuration.problem(word.substring(every.length()))
                    .ifPresent(
                            problem -> {
                                throw new Malformed(
                                        "failed to parse duration " + word + ": " + problem);
                            });
            return;
        }
        throw new Malformed("unrecognized descriptor: " + word);
    }

    private static void fields(String schedule) {
        String trimmed = schedule.strip();
        List<String> fields = trimmed.isEmpty() ? List.of() : List.of(trimmed.split("\\s+", -1));
        if (fields.size() != FIELDS.size()) {
            throw new Malformed(
                    "expected exactly 5 fields, found %d: [%s]"
                            .formatted(fields.size(), String.join(" ", fields)));
        }
        for (int i = 0; i < FIELDS.size(); i++) {
            for (String range : fields.get(i).split(",", -1)) {
                if (!range.isEmpty()) {
                    range(range, FIELDS.get(i));
                }
            }
        }
    }

    private static void range(String range, Field field) {
        String[] rangeAndStep = range.split("/", -1);
        String[] ends = rangeAndStep[0].split("-", -1);
        long start = field.min;
        long end = field.max;
        if (!ends[0].equals("*") && !ends[0].equals("?")) {
            start = number(ends[0], field.names, field.min);
            end = start;
            if (ends.length == 2) {
                end = number(ends[1], field.names, field.min);
            } else if (ends.length > 2) {
                throw new Malformed("too many hyphens: " + range);
            }
        }
        long step = 1;
        if (rangeAndStep.length == 2) {
            step = number(rangeAndStep[1], List.of(), 0);
            end = ends.length == 1 ? field.max : end;
        } else if (rangeAndStep.length > 2) {
            throw new Malformed("too many slashes: " + range);
        }
        bounds(range, field, start, end, step);
    }

    private static void bounds(String range, Field field, long start, long end, long step) {
        if (start < field.min) {
            throw new Malformed(
                    "beginning of range (%d) below minimum (%d): %s"
                            .formatted(start, field.min, range));
        }
        if (end > field.max) {
            throw new Malformed(
                    "end of range (%d) above maximum (%d): %s".formatted(end, field.max, range));
        }
        if (start > end) {
            throw new Malformed(
                    "beginning of range (%d) beyond end of range (%d): %s"
                            .formatted(start, end, range));
        }
        if (step == 0) {
            throw new Malformed("step of range should be a positive number: " + range);
        }
    }

    private static long number(String text, List<String> names, int first) {
        int named = names.indexOf(text.toLowerCase(Locale.ROOT));
        if (named >= 0) {
            return named + (long) first;
        }
        long number;
        try {
            number = Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new Malformed(
                    "failed to parse int from %s: strconv.Atoi: parsing \"%s\": invalid syntax"
                            .formatted(text, text));
        }
        if (number < 0) {
            throw new Malformed("negative number (%d) not allowed: %s".formatted(number, text));
        }
        return number;
    }
}
