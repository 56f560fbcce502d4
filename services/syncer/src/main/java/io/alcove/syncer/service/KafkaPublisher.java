package io.alcove.syncer.service;

import io.alcove.syncer.events.EventPublisher;
import io.alcove.syncer.events.Outbox;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes sync events, as CloudEvents in structured mode, on the tenant's topic. */
@ApplicationScoped
class KafkaPublisher implements EventPublisher {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] CONTENT_TYPE =
            "application/cloudevents+json; charset=UTF-8".getBytes(StandardCharsets.US_ASCII);

    private final MutinyEmitter<byte[]> emitter;

    KafkaPublisher(
            @Channel("sync-events") @OnOverflow(OnOverflow.Strategy.BUFFER)
                    MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    static String topic(String tenant) {
        return "alcove.sync." + tenant;
    }

    @Override
    public void publish(List<Outbox.Entry> entries) {
        List<Uni<Void>> sent =
                entries.stream().map(entry -> emitter.sendMessage(message(entry))).toList();
        try {
            Uni.join().all(sent).andCollectFailures().await().atMost(PATIENCE);
        } catch (RuntimeException e) {
            throw new PublishException("Kafka does not take events: " + e.getMessage(), e);
        }
    }

    private static Message<byte[]> message(Outbox.Entry entry) {
        return Message.of(
                entry.value(),
                Metadata.of(
                        OutgoingKafkaRecordMetadata.<String>builder()
                                .withKey(entry.key())
                                .withHeaders(new RecordHeaders().add("content-type", CONTENT_TYPE))
                                .build()));
    }
}
