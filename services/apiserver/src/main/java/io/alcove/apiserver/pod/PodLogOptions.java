package io.alcove.apiserver.pod;

import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * v1.PodLogOptions, read from a query as upstream reads it. insecureSkipTLSVerifyBackend and pretty
 * change nothing here.
 *
 * @param hasStream the alpha field stream was given, which upstream refuses by default
 */
public record PodLogOptions(
        String container,
        boolean follow,
        boolean previous,
        boolean timestamps,
        Optional<Long> sinceSeconds,
        Optional<Instant> sinceTime,
        Optional<Long> tailLines,
        Optional<Long> limitBytes,
        boolean hasStream) {

    private static final GroupKind KIND = new GroupKind("", "PodLogOptions");
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]+");

    /**
     * @param parameter the first value of a query parameter
     * @throws StatusException 400 where one cannot be read
     */
    public static PodLogOptions of(Function<String, Optional<String>> parameter) {
        return new PodLogOptions(
                parameter.apply("container").orElse(""),
                flag(parameter.apply("follow")),
                flag(parameter.apply("previous")),
                flag(parameter.apply("timestamps")),
                parameter.apply("sinceSeconds").map(PodLogOptions::number),
                parameter
                        .apply("sinceTime")
                        .filter(text -> !text.isEmpty())
                        .map(PodLogOptions::time),
                parameter.apply("tailLines").map(PodLogOptions::number),
                parameter.apply("limitBytes").map(PodLogOptions::number),
                parameter.apply("stream").isPresent());
    }

    /**
     * @throws StatusException 422
     */
    void validate(String podName) {
        List<StatusCause> causes = new ArrayList<>();
        atLeast(0, tailLines, "tailLines", "must be greater than or equal to 0", causes);
        atLeast(1, limitBytes, "limitBytes", "must be greater than 0", causes);
        if (sinceSeconds.isPresent() && sinceTime.isPresent()) {
            causes.add(
                    StatusCause.forbidden(
                            "[]", "at most one of `sinceTime` or `sinceSeconds` may be specified"));
        } else {
            atLeast(1, sinceSeconds, "sinceSeconds", "must be greater than 0", causes);
        }
        if (hasStream) {
            causes.add(StatusCause.forbidden("stream", "may not be specified"));
        }
        if (!causes.isEmpty()) {
            throw StatusException.invalid(KIND, podName, causes);
        }
    }

    private static void atLeast(
            long min, Optional<Long> value, String field, String why, List<StatusCause> causes) {
        value.filter(v -> v < min).ifPresent(v -> causes.add(StatusCause.invalid(field, v, why)));
    }

    /** Whatever is given means true, but for these. */
    private static boolean flag(Optional<String> text) {
        return text.filter(t -> !t.equals("0") && !t.equalsIgnoreCase("false")).isPresent();
    }

    private static long number(String text) {
        if (!INTEGER.matcher(text).matches()) {
            throw unreadable(text, "invalid syntax");
        }
        try {
            return new BigInteger(text).longValueExact();
        } catch (ArithmeticException _) {
            throw unreadable(text, "value out of range");
        }
    }

    private static StatusException unreadable(String text, String why) {
        return StatusException.badRequest(
                "strconv.ParseInt: parsing %s: %s".formatted(GoText.quote(text), why));
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeException _) {
            String quoted = GoText.quote(text);
            throw StatusException.badRequest(
                    "parsing time %s as \"2006-01-02T15:04:05Z07:00\": cannot parse %s as \"2006\""
                            .formatted(quoted, quoted));
        }
    }
}
