package io.alcove.dns.wire;

import java.nio.charset.StandardCharsets;

/** The labels that CoreDNS puts before a zone in its SOA. */
final class SoaNames {

    static final byte[] SERVER = "\002ns\003dns".getBytes(StandardCharsets.US_ASCII);
    static final byte[] MAILBOX = "\012hostmaster".getBytes(StandardCharsets.US_ASCII);

    private SoaNames() {}
}
