package io.alcove.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.alcove.dns.forward.Upstream;
import io.alcove.dns.forward.Upstreams;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;

/** Names of others, asked of servers on loopback. */
class ForwardingTest {

    private static final String NAME = "www.example.com.";
    private static final String ANSWER = NAME + " 60 A 192.0.2.53";
    private static final String EXTERNAL = "ext.default.svc.cluster.local.";

    private final TestUpstream first = TestUpstream.start();
    private final TestUpstream second = TestUpstream.start();
    private final TestCluster cluster =
            new TestCluster(upstream(first), upstream(second))
                    .namespace("default")
                    .service("ext", "type: 'ExternalName', externalName: 'WWW.example.com'")
                    .start();

    @AfterEach
    void close() {
        cluster.close();
        first.close();
        second.close();
    }

    @Test
    void relaysAnAnswerInTheClientsSpelling() {
        first.records(ANSWER);
        Message message = cluster.ask("WwW.example.com.", "A");
        assertThat(message.getQuestion().getName()).hasToString("WwW.example.com.");
        assertThat(Answers.data(message)).containsExactly("192.0.2.53");
        assertThat(Answers.isAuthoritative(message)).isFalse();
    }

    @Test
    void remembersGoodAndBadNews() {
        first.records(ANSWER);
        first.code("no.example.com.", Rcode.NXDOMAIN);
        for (int i = 0; i < 3; i++) {
            assertThat(Answers.data(cluster.ask(NAME, "A"))).containsExactly("192.0.2.53");
            assertThat(cluster.ask("no.example.com.", "A").getRcode()).isEqualTo(Rcode.NXDOMAIN);
        }
        assertThat(first.questions()).isEqualTo(2);
    }

    @Test
    void asksTheNextWhereOneFails() {
        first.code(NAME, Rcode.SERVFAIL);
        second.records(ANSWER);
        assertThat(Answers.data(cluster.ask(NAME, "A"))).containsExactly("192.0.2.53");
        assertThat(cluster.ask("other.example.com.", "A").getRcode()).isEqualTo(Rcode.NXDOMAIN);
        assertThat(first.questions()).as("the one that answered is asked first").isEqualTo(1);
    }

    @Test
    void asksTheNextWhereOneIsGone() {
        first.close();
        second.records(ANSWER);
        assertThat(Answers.data(cluster.ask(NAME, "A"))).containsExactly("192.0.2.53");
    }

    @Test
    void failsWhereAllAreGone() {
        first.close();
        second.close();
        assertThat(cluster.ask(NAME, "A").getRcode()).isEqualTo(Rcode.SERVFAIL);
    }

    @Test
    void relaysTheFailureOfAll() {
        first.code(NAME, Rcode.REFUSED);
        second.code(NAME, Rcode.REFUSED);
        assertThat(cluster.ask(NAME, "A").getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void takesNoAnswerToAnotherQuestion() {
        first.records(ANSWER);
        first.lieFirst();
        assertThat(Answers.data(cluster.ask(NAME, "A"))).containsExactly("192.0.2.53");
    }

    @Test
    void asksByTcpForWhatIsCut() {
        String[] many = new String[60];
        for (int i = 0; i < many.length; i++) {
            many[i] = NAME + " 60 A 192.0.2." + i;
        }
        first.records(many);
        Message cut = cluster.ask(NAME, "A");
        assertThat(Answers.isTruncated(cut)).isTrue();
        assertThat(cut.numBytes()).isLessThanOrEqualTo(512);
        SimpleResolver client = cluster.client();
        client.setTCP(true);
        Message whole = cluster.send(TestCluster.question(NAME, "A"), client);
        assertThat(Answers.data(whole)).hasSize(many.length);
    }

    @Test
    void passesEdnsOn() {
        first.records(ANSWER);
        SimpleResolver client = cluster.client();
        client.setEDNS(0, 1232, 0);
        Message message = cluster.send(TestCluster.question(NAME, "A"), client);
        assertThat(message.getOPT()).isNotNull();
        assertThat(cluster.ask(NAME, "A").getOPT()).isNull();
        assertThat(message.getSection(Section.ANSWER)).hasSize(1);
    }

    @Test
    void followsExternalNames() {
        first.records(ANSWER, NAME + " 60 MX 10 mail.example.com.");
        String alias = EXTERNAL + " 5 CNAME " + NAME;
        assertThat(Answers.text(cluster.ask(EXTERNAL, "A"))).isEqualTo(alias + "; " + ANSWER);
        assertThat(Answers.text(cluster.ask(EXTERNAL, "MX")))
                .isEqualTo(alias + "; " + NAME + " 60 MX 10 mail.example.com.");
        assertThat(Answers.text(cluster.ask(EXTERNAL, "AAAA"))).isEqualTo(alias);
        assertThat(Answers.text(cluster.ask(EXTERNAL, "CNAME"))).isEqualTo(alias);
    }

    @Test
    void saysThatAnExternalNameDoesNotExist() {
        assertThat(Answers.text(cluster.ask(EXTERNAL, "A")))
                .isEqualTo("NXDOMAIN; " + EXTERNAL + " 5 CNAME " + NAME);
        first.close();
        second.close();
        assertThat(cluster.ask(EXTERNAL, "AAAA").getRcode()).isEqualTo(Rcode.SERVFAIL);
    }

    private static Upstream upstream(TestUpstream server) {
        return Upstreams.of(List.of("127.0.0.1:" + server.port())).getFirst();
    }
}
