package io.alcove.cli;

import io.alcove.cli.events.EventLine;
import io.alcove.cli.local.Ports;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "events",
        description = "Print the sync events of a tenant as they come.",
        mixinStandardHelpOptions = true)
final class EventsCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofSeconds(1);

    @Option(
            names = "--bootstrap-servers",
            description = "The Kafka brokers. Default: ${DEFAULT-VALUE}",
            defaultValue = "127.0.0.1:" + (Ports.DEFAULT_BASE + 3))
    private String bootstrapServers = "";

    @Option(
            names = "--tenant",
            description = "Whose events. Default: ${DEFAULT-VALUE}",
            defaultValue = "tenant")
    private String tenant = "";

    @Option(names = "--from-beginning", description = "Start with the oldest event.")
    private boolean fromBeginning;

    @Option(
            names = "--limit",
            description = "Stop after this many events; 0 goes on. Default: ${DEFAULT-VALUE}",
            defaultValue = "0")
    private long limit;

    @Option(
            names = {"-o", "--output"},
            description = "line or json. Default: ${DEFAULT-VALUE}")
    private Output output = Output.line;

    @Spec private CommandSpec spec = CommandSpec.create();

    private enum Output {
        line,
        json
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            consumer.subscribe(java.util.List.of("alcove.sync." + tenant));
            long printed = 0;
            while (limit == 0 || printed < limit) {
                for (ConsumerRecord<byte[], byte[]> event : consumer.poll(POLL)) {
                    out.println(text(event.value()));
                    out.flush();
                    if (++printed == limit) {
                        break;
                    }
                }
            }
        }
        return 0;
    }

    private String text(byte[] event) {
        return output == Output.json
                ? new String(event, java.nio.charset.StandardCharsets.UTF_8)
                : EventLine.of(event);
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "group.id",
                        "alcove-events-" + UUID.randomUUID(),
                        "enable.auto.commit",
                        "false",
                        "allow.auto.create.topics",
                        "true",
                        "auto.offset.reset",
                        fromBeginning ? "earliest" : "latest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
