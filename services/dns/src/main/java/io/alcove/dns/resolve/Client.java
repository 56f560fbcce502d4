package io.alcove.dns.resolve;

import java.net.Inet4Address;
import java.net.InetAddress;

/** How a question came: over which transport, and from which family of addresses. */
public record Client(Transport transport, boolean isV4) {

    public static Client of(Transport transport, InetAddress address) {
        return new Client(transport, address instanceof Inet4Address);
    }
}
