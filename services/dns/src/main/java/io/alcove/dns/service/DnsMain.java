package io.alcove.dns.service;

import io.alcove.client.flag.FlagException;
import io.alcove.client.flag.Flags;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/** Starts the DNS server as a process of its own. */
@QuarkusMain
public final class DnsMain {

    private static final int USAGE = 2;

    private DnsMain() {}

    public static void main(String[] arguments) {
        try {
            Flags flags = DnsFlags.parse(List.of(arguments), System.getenv());
            System.setProperty("quarkus.http.port", flags.text(DnsFlags.HEALTH_PORT));
            Quarkus.run(DnsApplication.class, arguments);
        } catch (FlagException e) {
            System.err.println("dns: " + e.getMessage());
            System.exit(USAGE);
        }
    }
}
