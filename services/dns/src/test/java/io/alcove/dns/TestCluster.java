package io.alcove.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.GroupVersionResource;
import io.alcove.apimachinery.object.ObjectName;
import io.alcove.client.ApiClient;
import io.alcove.dns.forward.Forwarder;
import io.alcove.dns.forward.ReplyCache;
import io.alcove.dns.forward.Upstream;
import io.alcove.dns.resolve.Resolver;
import io.alcove.dns.resolve.ResolverMetrics;
import io.alcove.dns.server.DnsServer;
import io.alcove.dns.watch.ZoneFeed;
import io.alcove.dns.zone.ClusterZone;
import io.alcove.testing.apiserver.FakeApiServer;
import io.alcove.testing.apiserver.TestObjects;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** A DNS server on loopback that follows a fake API server. */
final class TestCluster implements AutoCloseable {

    static final GroupVersionResource SERVICES = new GroupVersionResource("", "v1", "services");
    static final GroupVersionResource NAMESPACES = new GroupVersionResource("", "v1", "namespaces");
    static final GroupVersionResource SLICES =
            new GroupVersionResource("discovery.k8s.io", "v1", "endpointslices");
    static final long SERIAL = 1_700_000_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FakeApiServer api = FakeApiServer.start();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ZoneFeed feed;
    private final DnsServer server;

    TestCluster(Upstream... upstreams) {
        Clock clock = Clock.fixed(Instant.ofEpochSecond(SERIAL), ZoneOffset.UTC);
        ClusterZone zone = new ClusterZone("cluster.local", clock);
        feed = new ZoneFeed(ApiClient.of(api.channel(), "test"), zone);
        Forwarder forwarder = new Forwarder(List.of(upstreams), new ReplyCache(System::nanoTime));
        Resolver resolver =
                new Resolver(zone, feed::hasSynced, forwarder, new ResolverMetrics(metrics, 53));
        try {
            server = DnsServer.start(InetAddress.getLoopbackAddress(), 0, resolver);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins to follow the API server. */
    TestCluster start() {
        feed.start();
        try {
            assertThat(feed.awaitSynced(PATIENCE)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    TestCluster namespace(String name) {
        api.objects()
                .create(
                        NAMESPACES,
                        TestObjects.object(
                                "{apiVersion: 'v1', kind: 'Namespace', metadata: {name: '"
                                        + name
                                        + "'}}"));
        return this;
    }

    TestCluster service(String name, String spec) {
        api.objects()
                .create(
                        SERVICES,
                        TestObjects.object(
                                "{apiVersion: 'v1', kind: 'Service', metadata: {name: '"
                                        + name
                                        + "', namespace: 'default'}, spec: {"
                                        + spec
                                        + "}}"));
        return this;
    }

    /** A slice of a service in the namespace default. */
    TestCluster slice(String name, String service, String rest) {
        api.objects()
                .create(
                        SLICES,
                        TestObjects.object(
                                "{apiVersion: 'discovery.k8s.io/v1', kind: 'EndpointSlice',"
                                        + " metadata: {name: '"
                                        + name
                                        + "', namespace: 'default', labels:"
                                        + " {'kubernetes.io/service-name': '"
                                        + service
                                        + "'}}, "
                                        + rest
                                        + "}"));
        return this;
    }

    void delete(GroupVersionResource resource, String name) {
        api.objects().delete(resource, new ObjectName("default", name));
    }

    FakeApiServer api() {
        return api;
    }

    SimpleMeterRegistry metrics() {
        return metrics;
    }

    int port() {
        return server.port();
    }

    /** Asks by UDP without EDNS, which is not retried by TCP. */
    Message ask(String name, String type) {
        return send(question(name, type), client());
    }

    Message send(Message question, SimpleResolver client) {
        try {
            return client.send(question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SimpleResolver client() {
        SimpleResolver client = new SimpleResolver(InetAddress.getLoopbackAddress());
        client.setPort(server.port());
        client.setEDNS(-1);
        client.setIgnoreTruncation(true);
        client.setTimeout(PATIENCE);
        return client;
    }

    static Message question(String name, String type) {
        try {
            return Message.newQuery(
                    Record.newRecord(
                            Name.fromString(name, Name.root), Type.value(type), DClass.IN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        feed.close();
        api.close();
    }
}
