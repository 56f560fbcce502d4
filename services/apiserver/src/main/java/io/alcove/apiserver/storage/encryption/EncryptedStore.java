package io.alcove.apiserver.storage.encryption;

import io.alcove.apiserver.storage.ListPage;
import io.alcove.apiserver.storage.Store;
import io.alcove.apiserver.storage.StoreEvent;
import io.alcove.apiserver.storage.StoreException;
import io.alcove.apiserver.storage.StoreKey;
import io.alcove.apiserver.storage.StoredValue;
import io.alcove.apiserver.storage.UnreadableValue;
import io.alcove.apiserver.storage.WriteResult;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A store whose values another store holds encrypted. */
public final class EncryptedStore implements Store {

    private static final String HEALTH_CHECK = "kms-providers";

    private final Store store;
    private final EncryptionFile encryption;

    /**
     * @param store closed with this one
     */
    public EncryptedStore(Store store, EncryptionFile encryption) {
        this.store = store;
        this.encryption = encryption;
    }

    @Override
    public WriteResult create(StoreKey key, byte[] value) {
        return plain(store.create(key, encrypted(key, value)));
    }

    @Override
    public WriteResult update(StoreKey key, byte[] value, long expectedRevision) {
        return plain(store.update(key, encrypted(key, value), expectedRevision));
    }

    @Override
    public WriteResult delete(StoreKey key, long expectedRevision) {
        return plain(store.delete(key, expectedRevision));
    }

    private WriteResult plain(WriteResult result) {
        return result instanceof WriteResult.Conflict conflict
                ? new WriteResult.Conflict(plain(conflict.current()))
                : result;
    }

    private byte[] encrypted(StoreKey key, byte[] value) {
        try {
            return encryption.transformer(key).toStorage(value, context(key));
        } catch (TransformException e) {
            throw StoreException.internal(String.valueOf(e.getMessage()), e);
        }
    }

    private static byte[] context(StoreKey key) {
        return key.path().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] plain(StoreKey key, byte[] stored) {
        try {
            return encryption.transformer(key).fromStorage(stored, context(key)).value();
        } catch (TransformException e) {
            encryption.sawUnreadable();
            return UnreadableValue.of(
                    "unable to transform key \"%s\": %s".formatted(key.path(), e.getMessage()));
        }
    }

    private StoredValue plain(StoredValue held) {
        return new StoredValue(held.key(), plain(held.key(), held.value()), held.revision());
    }

    @Override
    public Optional<StoredValue> get(StoreKey key) {
        return store.get(key).map(this::plain);
    }

    @Override
    public boolean isStale(StoreKey key) {
        return store.get(key).filter(held -> isStale(key, held.value())).isPresent();
    }

    private boolean isStale(StoreKey key, byte[] stored) {
        try {
            return encryption.transformer(key).fromStorage(stored, context(key)).stale();
        } catch (TransformException _) {
            return false;
        }
    }

    @Override
    public ListPage list(String prefix, long revision, String afterPath, int limit) {
        return switch (store.list(prefix, revision, afterPath, limit)) {
            case ListPage.Values page ->
                    new ListPage.Values(
                            page.values().stream().map(this::plain).toList(),
                            page.revision(),
                            page.remaining());
            case ListPage.Compacted compacted -> compacted;
        };
    }

    @Override
    public Optional<Subscription> subscribe(long afterRevision, Subscriber subscriber) {
        PlainSubscriber plain = new PlainSubscriber(subscriber);
        return store.subscribe(afterRevision, plain)
                .map(
                        subscription -> {
                            Runnable restart = () -> plain.restart(subscription);
                            encryption.onChange(restart);
                            return () -> {
                                encryption.forget(restart);
                                subscription.close();
                            };
                        });
    }

    @Override
    public long revision() {
        return store.revision();
    }

    @Override
    public void compact(long revision) {
        store.compact(revision);
    }

    @Override
    public Map<String, BooleanSupplier> healthChecks() {
        return encryption.usesKms()
                ? Map.of(HEALTH_CHECK, () -> encryption.problem().isEmpty())
                : Map.of();
    }

    @Override
    public void close() {
        encryption.close();
        store.close();
    }

    private final class PlainSubscriber implements Subscriber {

        private final Subscriber subscriber;

        private PlainSubscriber(Subscriber subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public void accept(StoreEvent event) {
            subscriber.accept(
                    switch (event) {
                        case StoreEvent.Put put ->
                                new StoreEvent.Put(
                                        put.key(),
                                        plain(put.key(), put.value()),
                                        put.revision(),
                                        put.created());
                        case StoreEvent.Deleted deleted -> deleted;
                    });
        }

        @Override
        public void reached(long revision) {
            subscriber.reached(revision);
        }

        @Override
        public void failed(StoreException cause) {
            subscriber.failed(cause);
        }

        /** What could not be read may be readable with other keys. */
        private void restart(Subscription subscription) {
            subscription.close();
            subscriber.failed(new StoreException("the encryption configuration changed"));
        }
    }
}
