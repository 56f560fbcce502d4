package io.alcove.apiserver.storage.encryption.kms;

import com.google.protobuf.ByteString;
import io.alcove.apiserver.storage.encryption.KmsOptions;
import io.alcove.apiserver.storage.encryption.KmsProvider;
import io.alcove.apiserver.storage.encryption.TransformException;
import io.alcove.proto.kms.v2.EncryptResponse;
import io.alcove.proto.kms.v2.EncryptedDekSourceType;
import io.alcove.proto.kms.v2.EncryptedObject;
import io.alcove.proto.kms.v2.StatusResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts values under a seed of this process, which the plugin encrypts once for each of its own
 * keys. The plugin is asked every minute which key it has; where it does not say for three minutes
 * writes end, while reads go on with the seeds that are known.
 */
public final class KmsV2Provider implements KmsProvider {

    static final Duration WRITES_AFTER_LOSS = Duration.ofMinutes(3);

    private static final Duration POLL = Duration.ofMinutes(1);
    private static final Duration POLL_AFTER_FAILURE = Duration.ofSeconds(10);
    private static final Duration GOOD_FOR = Duration.ofSeconds(20);
    private static final Duration BAD_FOR = Duration.ofSeconds(3);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Logger LOG = System.getLogger(KmsV2Provider.class.getName());

    private final String name;
    private final InstantSource clock;
    private final KmsPlugin plugin;
    private final DecryptedKeys keys = new DecryptedKeys();
    private final ReentrantLock checking = new ReentrantLock();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable WriteKey current;
    private Health health = new Health(Optional.empty(), Long.MIN_VALUE);

    private record Health(Optional<String> problem, long untilMillis) {}

    private KmsV2Provider(KmsOptions options, InstantSource clock) {
        this.name = options.name();
        this.clock = clock;
        this.plugin = new KmsPlugin(options);
    }

    /** Asks the plugin at once; it may also come up later. */
    public static KmsV2Provider open(KmsOptions options, InstantSource clock) {
        KmsV2Provider provider = new KmsV2Provider(options, clock);
        boolean good = provider.check(true).isEmpty();
        Thread.ofVirtual().name("kms-status").start(() -> provider.poll(good));
        return provider;
    }

    private void poll(boolean wasGood) {
        boolean good = wasGood;
        try {
            while (!closing.await(
                    (good ? POLL : POLL_AFTER_FAILURE).toMillis(), TimeUnit.MILLISECONDS)) {
                Optional<String> problem = check(true);
                problem.ifPresent(text -> LOG.log(Level.WARNING, text));
                good = problem.isEmpty();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Optional<String> problem() {
        return check(false);
    }

    Optional<String> check(boolean now) {
        checking.lock();
        try {
            if (now || clock.millis() >= health.untilMillis()) {
                Optional<String> problem = ask();
                Duration validity = problem.isEmpty() ? GOOD_FOR : BAD_FOR;
                health = new Health(problem, clock.millis() + validity.toMillis());
            }
            return health.problem();
        } finally {
            checking.unlock();
        }
    }

    private Optional<String> ask() {
        try {
            StatusResponse status = plugin.status();
            if (!status.getHealthz().equals("ok")) {
                return unhealthy("got unexpected healthz status: " + status.getHealthz());
            }
            if (!status.getVersion().equals("v2") && !status.getVersion().equals("v2beta1")) {
                return unhealthy("expected KMSv2 API version v2, got " + status.getVersion());
            }
            EncryptedObjects.checkKeyId(status.getKeyId());
            confirm(status.getKeyId());
            return Optional.empty();
        } catch (TransformException e) {
            return unhealthy(String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> unhealthy(String why) {
        return Optional.of("kmsv2 Provider " + name + " is not healthy, error: " + why);
    }

    /** Goes on with the seed where the plugin's key is still the same, else makes another. */
    private void confirm(String keyId) throws TransformException {
        WriteKey held = current;
        if (held != null && held.envelope().getKeyId().equals(keyId)) {
            current = held.until(clock.instant().plus(WRITES_AFTER_LOSS));
            return;
        }
        byte[] seed = new byte[DerivedKeyGcm.SEED];
        RANDOM.nextBytes(seed);
        EncryptResponse encrypted = plugin.encrypt(seed);
        EncryptedObject envelope =
                EncryptedObject.newBuilder()
                        .setKeyId(encrypted.getKeyId())
                        .setEncryptedDekSource(encrypted.getCiphertext())
                        .putAllAnnotations(encrypted.getAnnotationsMap())
                        .setEncryptedDekSourceType(
                                EncryptedDekSourceType.HKDF_SHA256_XNONCE_AES_GCM_SEED)
                        .build();
        EncryptedObjects.check(
                envelope.toBuilder().setEncryptedData(ByteString.copyFrom(new byte[1])).build());
        if (!encrypted.getKeyId().equals(keyId)) {
            throw new TransformException(
                    "failed to rotate DEK: the plugin's status names another key than it encrypts with");
        }
        DerivedKeyGcm transformer = new DerivedKeyGcm(seed);
        keys.put(envelope, transformer);
        current = new WriteKey(transformer, envelope, clock.instant().plus(WRITES_AFTER_LOSS));
    }

    @Override
    public byte[] toStorage(byte[] plain, byte[] context) throws TransformException {
        WriteKey key = current();
        if (clock.instant().isAfter(key.expires())) {
            throw new TransformException(
                    "encryptedDEKSource expired at %s (current time is %s)"
                            .formatted(key.expires(), clock.instant()));
        }
        return key.envelope().toBuilder()
                .setEncryptedData(ByteString.copyFrom(key.transformer().toStorage(plain, context)))
                .build()
                .toByteArray();
    }

    @Override
    public Plain fromStorage(byte[] stored, byte[] context) throws TransformException {
        EncryptedObject envelope = EncryptedObjects.parse(stored);
        Plain plain =
                keys.of(envelope, plugin)
                        .fromStorage(envelope.getEncryptedData().toByteArray(), context);
        EncryptedObject now = current().envelope();
        boolean current =
                envelope.getKeyId().equals(now.getKeyId())
                        && envelope.getEncryptedDekSourceType() == now.getEncryptedDekSourceType();
        return new Plain(plain.value(), !current);
    }

    private WriteKey current() throws TransformException {
        WriteKey key = current;
        if (key == null) {
            throw new TransformException("got unexpected nil transformer");
        }
        return key;
    }

    @Override
    public void close() {
        closing.countDown();
        plugin.close();
    }
}
