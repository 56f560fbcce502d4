package io.alcove.dns;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.alcove.apimachinery.object.ApiObject;
import io.alcove.apimachinery.object.GroupVersionResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.Message;
import org.xbill.DNS.SimpleResolver;

/**
 * The answers of CoreDNS 1.15 to the same questions about the same objects. To record them anew,
 * apply objects.json to an API server, let a CoreDNS with kubeadm's configuration and a TTL of 5
 * follow it, and run this test with {@code -Dalcove.dns.coredns=PORT}.
 */
class CoreDnsComparisonTest {

    private static final String FOLDER = "/io/alcove/dns/";
    private static final String RECORDED = "coredns-1.15.0.tsv";
    private static final Map<String, GroupVersionResource> RESOURCES =
            Map.of(
                    "Namespace", TestCluster.NAMESPACES,
                    "Service", TestCluster.SERVICES,
                    "EndpointSlice", TestCluster.SLICES);

    @Test
    void answersAsCoreDnsButWhereTheTableSaysSo() {
        String recordFrom = System.getProperty("alcove.dns.coredns", "");
        try (TestCluster cluster = new TestCluster()) {
            for (ApiObject object : objects()) {
                GroupVersionResource resource = requireNonNull(RESOURCES.get(object.kind()));
                cluster.api().objects().create(resource, object);
            }
            cluster.start();
            List<String> lines = new ArrayList<>();
            for (String question : text("questions.txt").lines().toList()) {
                String ours = answer(cluster.port(), question);
                if (!recordFrom.isEmpty()) {
                    String theirs = answer(Integer.parseInt(recordFrom), question);
                    lines.add(line(question, theirs, ours));
                } else {
                    lines.add(line(question, recorded(question), ours));
                }
            }
            if (!recordFrom.isEmpty()) {
                write(String.join("\n", lines) + "\n");
            }
            assertThat(lines).isEqualTo(text(RECORDED).lines().toList());
        }
    }

    /** Question, CoreDNS's answer, and ours where it is another. */
    private static String line(String question, String theirs, String ours) {
        return question + "\t" + theirs + (ours.equals(theirs) ? "" : "\t" + ours);
    }

    private static String recorded(String question) {
        return text(RECORDED)
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(parts -> parts[0].equals(question))
                .map(parts -> parts[1])
                .findFirst()
                .orElse("not recorded");
    }

    private static String answer(int port, String question) {
        String[] part = question.split(" ", 2);
        SimpleResolver client = new SimpleResolver(InetAddress.getLoopbackAddress());
        client.setPort(port);
        client.setTCP(true);
        try {
            Message answer = client.send(TestCluster.question(part[0], part[1]));
            return (Answers.isAuthoritative(answer) ? "aa " : "") + Answers.text(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ApiObject> objects() {
        try {
            List<ApiObject> objects = new ArrayList<>();
            for (JsonNode item : new ObjectMapper().readTree(text("objects.json")).path("items")) {
                objects.add(ApiObject.of((ObjectNode) item));
            }
            return objects;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String file) {
        try (InputStream in = CoreDnsComparisonTest.class.getResourceAsStream(FOLDER + file)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(String lines) {
        try {
            Files.writeString(Path.of("src/test/resources" + FOLDER + RECORDED), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
