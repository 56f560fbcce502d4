package io.alcove.apiserver.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.status.GoText;
import io.alcove.apimachinery.status.Status;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apimachinery.status.StatusReason;
import io.alcove.client.flag.GoDuration;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How long a request may take that does not go on for long by its nature, as upstream has it. */
final class RequestDeadline {

    static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Pattern BARE_NUMBER = Pattern.compile("[0-9]+(\\.[0-9]*)?");

    private RequestDeadline() {}

    /**
     * @param asked the query parameter timeout; what is not within the longest counts as not given
     * @throws StatusException 400 where it is no duration
     */
    static Duration of(Optional<String> asked) {
        return asked.filter(text -> !text.isEmpty())
                .map(RequestDeadline::parse)
                .filter(duration -> duration.isPositive() && duration.compareTo(LONGEST) < 0)
                .orElse(LONGEST);
    }

    /** Upstream's filter answers it as it is, without what names a kind. */
    static byte[] exceededText() {
        ObjectNode node = exceeded().toNode();
        node.remove(List.of("kind", "apiVersion"));
        return (node + "\n").getBytes(StandardCharsets.UTF_8);
    }

    static Status exceeded() {
        return Status.general(
                StatusReason.TIMEOUT,
                "Timeout: request did not complete within the allotted timeout");
    }

    private static Duration parse(String text) {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String size = signed ? text.substring(1) : text;
        try {
            Duration duration = GoDuration.parse(size);
            return text.startsWith("-") ? duration.negated() : duration;
        } catch (IllegalArgumentException _) {
            String problem = BARE_NUMBER.matcher(size).matches() ? "missing unit in" : "invalid";
            throw StatusException.badRequest(
                    "invalid timeout specified in the request URL - time: %s duration %s"
                            .formatted(problem, GoText.quote(text)));
        }
    }
}
