package io.alcove.apiserver.storage.encryption;

import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoreKey;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The file of --encryption-provider-config, and what it says now. */
public final class EncryptionFile implements AutoCloseable {

    /** How often the file is looked at, as upstream does. */
    static final Duration RELOAD_INTERVAL = Duration.ofMinutes(1);

    private static final Logger LOG = System.getLogger(EncryptionFile.class.getName());

    private final Path file;
    private final KmsProvider.Opener opener;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile Loaded loaded;
    private volatile boolean sawUnreadable;

    private record Loaded(byte[] content, ResourceTransformers transformers) {}

    private EncryptionFile(Path file, KmsProvider.Opener opener) throws IOException {
        this.file = file;
        this.opener = opener;
        this.loaded = load(Files.readAllBytes(file));
    }

    /**
     * @param reloads whether a change of the file is taken over while the server runs
     * @throws StoreException where the file cannot be read or is wrong
     */
    public static EncryptionFile open(Path file, boolean reloads, KmsProvider.Opener opener) {
        try {
            EncryptionFile opened = new EncryptionFile(file, opener);
            if (reloads) {
                Thread.ofVirtual().name("encryption-reload").start(opened::watch);
            }
            return opened;
        } catch (IOException | IllegalArgumentException e) {
            throw new StoreException(
                    "encryption configuration " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    private Loaded load(byte[] content) {
        return new Loaded(
                content, new ResourceTransformers(ConfigurationParser.parse(content), opener));
    }

    private void watch() {
        try {
            while (!closing.await(RELOAD_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                reload();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes over what the file says now. A wrong one, or one without its KMS, changes nothing. */
    void reload() {
        try {
            byte[] content = Files.readAllBytes(file);
            if (!Arrays.equals(content, loaded.content())) {
                use(load(content));
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.ERROR, "encryption configuration not reloaded file=" + file, e);
        }
    }

    private void use(Loaded next) {
        Optional<String> problem = next.transformers().problem();
        if (problem.isPresent()) {
            next.transformers().close();
            LOG.log(
                    Level.ERROR,
                    "encryption configuration not reloaded file=" + file + ": " + problem.get());
            return;
        }
        ResourceTransformers old = loaded.transformers();
        loaded = next;
        LOG.log(Level.INFO, "encryption configuration reloaded file=" + file);
        old.close();
        if (sawUnreadable) {
            sawUnreadable = false;
            listeners.forEach(Runnable::run);
        }
    }

    ValueTransformer transformer(StoreKey key) {
        return loaded.transformers().of(key.resource());
    }

    /** A value was met that these keys do not read. */
    void sawUnreadable() {
        sawUnreadable = true;
    }

    /** Calls when values that could not be read may be readable now. */
    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    boolean usesKms() {
        return loaded.transformers().usesKms();
    }

    Optional<String> problem() {
        return loaded.transformers().problem();
    }

    @Override
    public void close() {
        closing.countDown();
        loaded.transformers().close();
    }
}
