package io.alcove.apiserver.authentication;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What was found out about tokens, for a while. No token is kept: keys are their hashes under a key
 * of this process. The one that was used longest ago makes room.
 */
public final class TokenMemory<T> {

    public static final Duration LONG = Duration.ofMinutes(10);

    private static final int MAX_HELD = 8192;
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;
    private final long lifetimeNanos;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Held<T>> held =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Held<T>> eldest) {
                    return size() > MAX_HELD;
                }
            };

    private record Held<T>(T value, long endNanos) {}

    public TokenMemory(Duration lifetime) {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
        this.lifetimeNanos = lifetime.toNanos();
    }

    public Optional<T> get(String token) {
        String hash = hash(token);
        lock.lock();
        try {
            Held<T> entry = held.get(hash);
            return entry != null && entry.endNanos() - System.nanoTime() > 0
                    ? Optional.of(entry.value())
                    : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    public void put(String token, T value) {
        if (lifetimeNanos <= 0) {
            return;
        }
        String hash = hash(token);
        lock.lock();
        try {
            held.put(hash, new Held<>(value, System.nanoTime() + lifetimeNanos));
        } finally {
            lock.unlock();
        }
    }

    private String hash(String token) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK knows no " + ALGORITHM, e);
        }
    }
}
