package io.alcove.apiserver.serviceaccount;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupKind;
import io.alcove.apimachinery.status.StatusCause;
import io.alcove.apimachinery.status.StatusException;
import io.alcove.apiserver.registry.VirtualResource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** serviceaccounts/token: issues a token to whoever may create one. */
public final class TokenRequests implements VirtualResource {

    private static final GroupKind KIND = new GroupKind("authentication.k8s.io", "TokenRequest");
    private static final long DEFAULT_SECONDS = Duration.ofHours(1).toSeconds();
    private static final long MIN_SECONDS = Duration.ofMinutes(10).toSeconds();
    private static final long MAX_SECONDS = 1L << 32;

    /** What a kubelet asks for: its clients may not read the token file again in time. */
    private static final long EXTENDED_SECONDS = DEFAULT_SECONDS + 7;

    private static final Duration EXTENDED_VALIDITY = Duration.ofDays(365);

    private final TokenSettings settings;
    private final Optional<TokenIssuer> issuer;
    private final InstantSource clock;

    public TokenRequests(TokenSettings settings, InstantSource clock) {
        this.settings = settings;
        this.issuer = settings.keys().signing().map(key -> new TokenIssuer(settings.issuer(), key));
        this.clock = clock;
    }

    @Override
    public ApiObject create(Request request) {
        TokenIssuer issuing = issuer.orElseThrow(() -> noKey(request));
        matchName(request);
        TokenBinding binding = new TokenBinding(request);
        ApiObject account = binding.serviceAccount();
        ApiObject answer = request.body().copy();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        describe(answer, account, now);
        long seconds = seconds(answer);
        List<String> audiences = audiences(answer);
        TokenSubject subject = binding.bind(account);
        boolean extended =
                settings.extend()
                        && subject.pod().isPresent()
                        && seconds == EXTENDED_SECONDS
                        && settings.apiAudiences().containsAll(audiences);
        Duration asked = Duration.ofSeconds(seconds);
        TokenIssuer.Validity validity =
                extended
                        ? new TokenIssuer.Validity(now, EXTENDED_VALIDITY, Optional.of(asked))
                        : new TokenIssuer.Validity(now, asked, Optional.empty());
        answer.with("status")
                .put("token", issuing.issue(subject, audiences, validity))
                .put("expirationTimestamp", now.plusSeconds(seconds).toString());
        return answer;
    }

    private static void matchName(Request request) {
        String name = request.context().info().name();
        String asked = request.body().name();
        if (!asked.isEmpty() && !asked.equals(name)) {
            throw StatusException.invalid(
                    KIND,
                    name,
                    List.of(
                            invalid(
                                    "metadata.name",
                                    "\"" + asked + "\"",
                                    "must match the service account name if specified")));
        }
    }

    private static void describe(ApiObject answer, ApiObject account, Instant now) {
        answer.node().remove("status");
        answer.with("metadata")
                .put("name", account.name())
                .put("namespace", account.namespace())
                .put("uid", account.uid())
                .put("creationTimestamp", now.toString());
        if (!answer.at("spec").has("boundObjectRef")) {
            answer.with("spec").putNull("boundObjectRef");
        }
    }

    private static long seconds(ApiObject answer) {
        ObjectNode spec = answer.with("spec");
        if (!spec.path("expirationSeconds").isNumber()) {
            spec.put("expirationSeconds", DEFAULT_SECONDS);
        }
        long seconds = spec.path("expirationSeconds").longValue();
        if (seconds < MIN_SECONDS) {
            throw badSeconds(seconds, "may not specify a duration less than 10 minutes");
        }
        if (seconds > MAX_SECONDS) {
            throw badSeconds(seconds, "may not specify a duration larger than 2^32 seconds");
        }
        return seconds;
    }

    private List<String> audiences(ApiObject answer) {
        if (answer.textList("spec", "audiences").isEmpty()) {
            ArrayNode audiences = answer.with("spec").putArray("audiences");
            settings.apiAudiences().forEach(audiences::add);
        }
        return answer.textList("spec", "audiences");
    }

    private static StatusException badSeconds(long seconds, String why) {
        return StatusException.invalid(
                KIND, "", List.of(invalid("spec.expirationSeconds", Long.toString(seconds), why)));
    }

    private static StatusCause invalid(String field, String value, String why) {
        return new StatusCause("FieldValueInvalid", "Invalid value: " + value + ": " + why, field);
    }

    private static StatusException noKey(Request request) {
        return StatusException.notFound(
                request.context().info().groupResource(), request.context().info().name());
    }
}
