package io.alcove.apiserver.authentication;

import io.alcove.apiserver.request.UserInfo;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Who was found to stand behind a chain of certificates, so that its signatures are not verified
 * for each request. It holds as long as all of its certificates do.
 */
final class VerifiedChains {

    /** Where there are more, all are verified anew. */
    private static final int MAX_HELD = 1000;

    private final InstantSource clock;
    private final Map<List<X509Certificate>, Verified> held = new ConcurrentHashMap<>();

    private record Verified(UserInfo user, long untilMillis) {}

    VerifiedChains(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * @param verify refuses a chain by an exception
     */
    UserInfo user(List<X509Certificate> chain, Function<List<X509Certificate>, UserInfo> verify) {
        Verified verified = held.get(chain);
        if (verified == null || clock.millis() > verified.untilMillis()) {
            verified = new Verified(verify.apply(chain), untilMillis(chain));
            if (held.size() >= MAX_HELD) {
                held.clear();
            }
            held.put(List.copyOf(chain), verified);
        }
        return verified.user();
    }

    private static long untilMillis(List<X509Certificate> chain) {
        return chain.stream()
                .mapToLong(c -> c.getNotAfter().toInstant().toEpochMilli())
                .min()
                .orElse(0);
    }
}
