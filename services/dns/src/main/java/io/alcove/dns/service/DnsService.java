package io.alcove.dns.service;

import io.alcove.client.ApiClient;
import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import io.alcove.dns.forward.Forwarder;
import io.alcove.dns.forward.ReplyCache;
import io.alcove.dns.forward.Upstream;
import io.alcove.dns.forward.Upstreams;
import io.alcove.dns.resolve.Resolver;
import io.alcove.dns.resolve.ResolverMetrics;
import io.alcove.dns.server.DnsServer;
import io.alcove.dns.watch.ZoneFeed;
import io.alcove.dns.zone.ClusterZone;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A DNS server that answers from the start: other servers' names at once, the cluster's with
 * SERVFAIL until all of it is read.
 */
final class DnsService implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(DnsService.class);
    private static final Path RESOLV_CONF = Path.of("/etc/resolv.conf");
    private static final int MAX_PORT = 65_535;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final InetAddress address;
    private final int port;
    private final ZoneFeed feed;
    private final Resolver resolver;
    private final Thread syncing = Thread.ofVirtual().name("dns-sync").unstarted(this::sync);
    private volatile boolean ready;
    private volatile @Nullable DnsServer server;

    /**
     * @throws FlagException where a flag's value has no meaning
     */
    DnsService(Flags flags, ApiClient client, Clock clock) {
        address = address(flags.text(DnsFlags.BIND_ADDRESS));
        port = port(flags);
        ClusterZone zone = zone(flags.text(DnsFlags.CLUSTER_DOMAIN), clock);
        feed = new ZoneFeed(client, zone);
        resolver =
                new Resolver(
                        zone,
                        () -> ready,
                        new Forwarder(upstreams(flags), new ReplyCache(System::nanoTime)),
                        new ResolverMetrics(client.metrics(), port));
    }

    /**
     * @throws IOException where the port cannot be listened on
     */
    void start() throws IOException {
        server = DnsServer.start(address, port, resolver);
        feed.start();
        syncing.start();
    }

    boolean isReady() {
        return ready;
    }

    @Override
    public void close() throws IOException {
        syncing.interrupt();
        feed.close();
        DnsServer started = server;
        if (started != null) {
            started.close();
        }
    }

    private void sync() {
        try {
            while (!feed.awaitSynced(PATIENCE)) {
                LOG.warnf("still reading services and endpoint slices");
            }
            ready = true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static InetAddress address(String literal) {
        try {
            return InetAddress.ofLiteral(literal);
        } catch (IllegalArgumentException e) {
            throw invalid(DnsFlags.BIND_ADDRESS, e.getMessage());
        }
    }

    private static int port(Flags flags) {
        int port = flags.number(DnsFlags.PORT);
        if (port < 0 || port > MAX_PORT) {
            throw invalid(DnsFlags.PORT, "not a port");
        }
        return port;
    }

    private static ClusterZone zone(String domain, Clock clock) {
        try {
            return new ClusterZone(domain, clock);
        } catch (IllegalArgumentException e) {
            throw invalid(DnsFlags.CLUSTER_DOMAIN, e.getMessage());
        }
    }

    private static List<Upstream> upstreams(Flags flags) {
        try {
            List<Upstream> upstreams =
                    flags.isSet(DnsFlags.UPSTREAM)
                            ? Upstreams.of(flags.list(DnsFlags.UPSTREAM))
                            : Upstreams.ofResolvConf(RESOLV_CONF);
            if (upstreams.isEmpty()) {
                LOG.warnf("no upstream servers: only the cluster's names are answered");
            }
            return upstreams;
        } catch (IllegalArgumentException | IOException e) {
            throw invalid(DnsFlags.UPSTREAM, e.getMessage());
        }
    }

    private static FlagException invalid(String flag, @Nullable String why) {
        return new FlagException("invalid argument for \"--" + flag + "\" flag: " + why);
    }
}
