package io.alcove.syncer.service;

import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the syncer as a process of its own. */
@QuarkusMain
public final class SyncerMain {

    private static final int USAGE = 2;

    private SyncerMain() {}

    public static void main(String[] arguments) {
        try {
            Flags flags = SyncerFlags.parse(List.of(arguments), System.getenv());
            configure(flags);
            Quarkus.run(SyncerApplication.class, arguments);
        } catch (FlagException e) {
            System.err.println("syncer: " + e.getMessage());
            System.exit(USAGE);
        }
    }

    /** What Quarkus' own parts have to know before they start. */
    private static void configure(Flags flags) {
        System.setProperty("quarkus.http.port", flags.text(SyncerFlags.HEALTH_PORT));
        System.setProperty(
                "mp.messaging.outgoing.sync-events.topic",
                KafkaPublisher.topic(flags.text(SyncerFlags.TENANT)));
        if (flags.isSet(SyncerFlags.KAFKA)) {
            System.setProperty("kafka.bootstrap.servers", flags.text(SyncerFlags.KAFKA));
        }
    }
}
