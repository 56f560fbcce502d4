package io.alcove.apiserver.storage.etcd;

import io.alcove.apiserver.storage.StoreException;
import io.grpc.ChannelCredentials;
import io.grpc.ConnectivityState;
import io.grpc.Grpc;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The connections to etcd's members. One is used, until it is lost and another is there. */
final class EtcdEndpoints implements AutoCloseable {

    private static final int MAX_MESSAGE = 1 << 30;
    private static final long KEEPALIVE_SECONDS = 30;
    private static final long KEEPALIVE_TIMEOUT_SECONDS = 10;
    private static final long CLOSE_SECONDS = 5;

    /** gRPC's own pauses between connection attempts grow to two minutes. */
    private static final Duration RECONNECT = Duration.ofSeconds(1);

    private final List<ManagedChannel> channels;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile int preferred;
    private volatile boolean closed;

    private EtcdEndpoints(List<ManagedChannel> channels) {
        this.channels = channels;
        channels.forEach(this::follow);
        Thread.ofVirtual().name("etcd-reconnect").start(this::reconnect);
    }

    static EtcdEndpoints open(EtcdOptions options) {
        try {
            ChannelCredentials tls = credentials(options);
            return new EtcdEndpoints(
                    options.servers().stream().map(server -> channel(server, tls)).toList());
        } catch (IOException e) {
            throw new StoreException("the certificates for etcd cannot be used", e);
        }
    }

    private static ChannelCredentials credentials(EtcdOptions options) throws IOException {
        TlsChannelCredentials.Builder tls = TlsChannelCredentials.newBuilder();
        Optional<Path> authority = options.authority();
        Optional<Path> certificate = options.certificate();
        if (authority.isPresent()) {
            tls.trustManager(authority.get().toFile());
        }
        if (certificate.isPresent() && options.privateKey().isPresent()) {
            tls.keyManager(certificate.get().toFile(), options.privateKey().get().toFile());
        }
        return tls.build();
    }

    private static ManagedChannel channel(URI server, ChannelCredentials tls) {
        boolean secure = "https".equals(server.getScheme());
        return Grpc.newChannelBuilder(
                        server.getAuthority(), secure ? tls : InsecureChannelCredentials.create())
                .maxInboundMessageSize(MAX_MESSAGE)
                .keepAliveTime(KEEPALIVE_SECONDS, TimeUnit.SECONDS)
                .keepAliveTimeout(KEEPALIVE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .keepAliveWithoutCalls(true)
                .build();
    }

    private void follow(ManagedChannel channel) {
        ConnectivityState state = channel.getState(true);
        channel.notifyWhenStateChanged(
                state,
                () -> {
                    wake();
                    if (!closed) {
                        follow(channel);
                    }
                });
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A member that is connected; where none becomes so in time, any, whose calls say why. */
    ManagedChannel choose(Duration patience) {
        long nanos = patience.toNanos();
        lock.lock();
        try {
            while (!closed) {
                Optional<ManagedChannel> ready = ready();
                if (ready.isPresent() || nanos <= 0) {
                    return ready.orElse(channels.get(preferred));
                }
                nanos = changed.awaitNanos(nanos);
            }
            throw new StoreException("the store is closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for etcd", e);
        } finally {
            lock.unlock();
        }
    }

    private Optional<ManagedChannel> ready() {
        int first = preferred;
        for (int i = 0; i < channels.size(); i++) {
            int at = (first + i) % channels.size();
            if (channels.get(at).getState(true) == ConnectivityState.READY) {
                preferred = at;
                return Optional.of(channels.get(at));
            }
        }
        return Optional.empty();
    }

    /** The member answers, but not as one of a working cluster does: the next one is tried. */
    void avoid(ManagedChannel channel) {
        int at = channels.indexOf(channel);
        if (at == preferred) {
            preferred = (at + 1) % channels.size();
        }
    }

    private void reconnect() {
        try {
            while (!closing.await(RECONNECT.toMillis(), TimeUnit.MILLISECONDS)) {
                channels.stream()
                        .filter(c -> c.getState(true) == ConnectivityState.TRANSIENT_FAILURE)
                        .forEach(ManagedChannel::resetConnectBackoff);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
        closing.countDown();
        channels.forEach(ManagedChannel::shutdown);
        try {
            for (ManagedChannel channel : channels) {
                if (!channel.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                    channel.shutdownNow();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            channels.forEach(ManagedChannel::shutdownNow);
        }
    }
}
