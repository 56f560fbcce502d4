package io.alcove.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.apimachinery.object.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Rcode;

/** Changes in the API server appear in answers, and what is not yet known is not denied. */
class UpdatesTest {

    private static final String WEB = "web.default.svc.cluster.local.";
    private static final String HEADLESS = "clusterIP: 'None', ports: [{name: 'a', port: 1}]";

    private final TestCluster cluster = new TestCluster().namespace("default");

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void saysThatItFailsUntilAllIsRead() {
        assertThat(cluster.ask(WEB, "A").getRcode()).isEqualTo(Rcode.SERVFAIL);
        assertThat(cluster.ask("1.0.0.10.in-addr.arpa", "PTR").getRcode())
                .isEqualTo(Rcode.SERVFAIL);
        cluster.start();
        assertThat(cluster.ask(WEB, "A").getRcode()).isEqualTo(Rcode.NXDOMAIN);
    }

    @Test
    void followsServices() {
        cluster.start().service("web", "clusterIP: '10.3.0.1', ports: [{name: 'a', port: 1}]");
        await(WEB, "A", WEB + " 5 A 10.3.0.1");
        edit("web", "10.3.0.2");
        await(WEB, "A", WEB + " 5 A 10.3.0.2");
        await("2.0.3.10.in-addr.arpa", "PTR", "2.0.3.10.in-addr.arpa. 5 PTR " + WEB);
        await("1.0.3.10.in-addr.arpa", "PTR", "SERVFAIL"); // forwarded, to nobody
        cluster.delete(TestCluster.SERVICES, "web");
        await(WEB, "A", "NXDOMAIN; soa cluster.local.");
        await("_a._tcp." + WEB, "SRV", "NXDOMAIN; soa cluster.local.");
    }

    @Test
    void followsEndpointsInWhateverOrderTheyCome() {
        cluster.start()
                .slice("web-1", "web", "endpoints: [{addresses: ['10.4.0.1']}]")
                .service("web", HEADLESS);
        await(WEB, "A", WEB + " 5 A 10.4.0.1");
        cluster.slice("web-2", "web", "endpoints: [{addresses: ['10.4.0.2']}]");
        await(WEB, "A", WEB + " 5 A 10.4.0.1; " + WEB + " 5 A 10.4.0.2");
        cluster.delete(TestCluster.SLICES, "web-1");
        await(WEB, "A", WEB + " 5 A 10.4.0.2");
        await("10-4-0-1." + WEB, "A", "NXDOMAIN; soa cluster.local.");
        cluster.delete(TestCluster.SLICES, "web-2");
        await(WEB, "A", "NXDOMAIN; soa cluster.local.");
    }

    @Test
    void tellsAllServicesOfAnEndpointAndItsClusterIpFirst() {
        String address = "1.0.4.10.in-addr.arpa";
        cluster.start()
                .service("a", HEADLESS)
                .service("b", HEADLESS)
                .slice("a-1", "a", "endpoints: [{addresses: ['10.4.0.1'], hostname: 'x'}]")
                .slice("b-1", "b", "endpoints: [{addresses: ['10.4.0.1'], hostname: 'x'}]");
        String a = address + ". 5 PTR x.a.default.svc.cluster.local.";
        String b = address + ". 5 PTR x.b.default.svc.cluster.local.";
        await(address, "PTR", a + "; " + b);
        cluster.service("web", "clusterIP: '10.4.0.1', ports: [{port: 1}]");
        await(address, "PTR", address + ". 5 PTR " + WEB);
        cluster.delete(TestCluster.SERVICES, "web");
        cluster.delete(TestCluster.SERVICES, "a");
        await(address, "PTR", b);
    }

    @Test
    void followsNamespaces() {
        cluster.start();
        await("10-1-1-1.late.pod.cluster.local", "A", "NXDOMAIN; soa cluster.local.");
        cluster.namespace("late");
        await("late.svc.cluster.local", "A", "soa cluster.local.");
        await(
                "10-1-1-1.late.pod.cluster.local",
                "A",
                "10-1-1-1.late.pod.cluster.local. 5 A 10.1.1.1");
    }

    private void edit(String name, String clusterIp) {
        cluster.api()
                .objects()
                .edit(
                        TestCluster.SERVICES,
                        new ObjectName("default", name),
                        service -> {
                            service.with("spec").put("clusterIP", clusterIp);
                            return service;
                        });
    }

    private void await(String name, String type, String answer) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (System.nanoTime() < end && !Answers.text(cluster.ask(name, type)).equals(answer)) {
            Thread.onSpinWait();
        }
        assertThat(Answers.text(cluster.ask(name, type))).isEqualTo(answer);
    }
}
