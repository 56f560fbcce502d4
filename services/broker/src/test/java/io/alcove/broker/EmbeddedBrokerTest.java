package io.alcove.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @Test
    void keepsRecordsOverARestart(@TempDir Path directory) throws Exception {
        BrokerOptions options = new BrokerOptions(directory, freePort(), "127.0.0.1", "127.0.0.1");
        try (EmbeddedBroker _ = EmbeddedBroker.start(options)) {
            send(options.port());
        }
        try (EmbeddedBroker _ = EmbeddedBroker.start(options)) {
            assertThat(firstRecord(options.port())).isEqualTo("kept");
        }
    }

    private static void send(int port) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", "127.0.0.1:" + port, "acks", "all"),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>("t", "k", "kept"))
                    .get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static String firstRecord(int port) {
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", "127.0.0.1:" + port),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            TopicPartition partition = new TopicPartition("t", 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(DEADLINE).iterator().next().value();
        }
    }

    /** A port whose successor is free as well: the controller takes it. */
    private static int freePort() throws Exception {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        for (int attempt = 0; attempt < 100; attempt++) {
            try (ServerSocket first = new ServerSocket(0, 1, loopback);
                    ServerSocket _ = new ServerSocket(first.getLocalPort() + 1, 1, loopback)) {
                return first.getLocalPort();
            } catch (java.net.BindException _) {
                // the successor is taken: another
            }
        }
        throw new IllegalStateException("no two free ports in a row");
    }
}
