package io.alcove.dns.wire;

import java.util.Arrays;

/**
 * Writes one answer after the other into the same buffer. A record that does not fit within the
 * limit is left out whole, and its method says so. Owners are given as places in the message: that
 * of the question's name is {@link #QUESTION}. Not safe for threads.
 */
public final class MessageWriter {

    /** The place of the question's name. */
    public static final int QUESTION = Header.LENGTH;

    private static final int FIRST_CAPACITY = 2048;
    private static final int OPT_LENGTH = 11;
    private static final int MAX_POINTED = 0x3fff;

    private byte[] buffer = new byte[FIRST_CAPACITY];
    private int position;
    private int limit;
    private int recordStart;
    private int dataStart;
    private boolean overflow;
    private Edns edns = Edns.NONE;
    private int extendedCode;

    /** The sections that records go to, in the order of a message. */
    public enum Section {
        ANSWER(Header.ANSWERS),
        AUTHORITY(Header.AUTHORITIES),
        ADDITIONAL(Header.ADDITIONALS);

        private final int counter;

        Section(int counter) {
            this.counter = counter;
        }
    }

    /** Begins an answer to the question, which it repeats. */
    public void begin(Query query, ResponseCode code, boolean authoritative, int limit) {
        edns = query.edns();
        this.limit = limit - (edns.present() ? OPT_LENGTH : 0);
        header(query.id(), query.flags(), code);
        if (authoritative) {
            setFlag(Header.AUTHORITATIVE);
        }
        Header.putU16(buffer, Header.QUESTIONS, 1);
        bytes(query.question(), 0, query.question().length);
    }

    /** Writes an answer to what is no question: the header alone. */
    public void begin(Parsed.Faulty faulty) {
        edns = Edns.NONE;
        limit = Edns.MIN_PAYLOAD;
        header(faulty.id(), faulty.flags(), faulty.code());
    }

    public void code(ResponseCode code) {
        int flags = Header.u16(buffer, Header.FLAGS) & ~Header.CODE;
        Header.putU16(buffer, Header.FLAGS, flags | (code.number() & Header.CODE));
        extendedCode = code.number() >> 4;
    }

    public ResponseCode code() {
        return ResponseCode.of(
                (extendedCode << 4) | (Header.u16(buffer, Header.FLAGS) & Header.CODE));
    }

    public void truncated() {
        setFlag(Header.TRUNCATED);
    }

    /** The place in the question's name where its last bytes begin, as a zone that it ends with. */
    public static int suffix(Query query, DnsName zone) {
        return QUESTION + query.name().length() - zone.length();
    }

    public boolean address(Section section, int owner, long ttl, IpAddress address) {
        start(owner, address.recordType(), ttl);
        if (room(address.length())) {
            address.copyTo(buffer, position);
            position += address.length();
        }
        return end(section);
    }

    /** CNAME, PTR or NS; the place of the name that it points to, or -1 where it did not fit. */
    public int pointer(Section section, int type, int owner, long ttl, DnsName target) {
        start(owner, type, ttl);
        name(target);
        int place = dataStart;
        return end(section) ? place : -1;
    }

    /** The place of the target's name, or -1 where it did not fit. */
    public int service(int owner, long ttl, int weight, int port, DnsName target) {
        start(owner, RecordType.SRV, ttl);
        u16(0);
        u16(weight);
        u16(port);
        name(target);
        int place = dataStart + 6;
        return end(Section.ANSWER) ? place : -1;
    }

    public boolean text(int owner, long ttl, byte[] text) {
        start(owner, RecordType.TXT, ttl);
        if (room(1)) {
            buffer[position++] = (byte) text.length;
        }
        bytes(text, 0, text.length);
        return end(Section.ANSWER);
    }

    /** An SOA whose server and mailbox stand below the zone itself, at the zone's place. */
    public boolean authority(Section section, int zone, long ttl, long serial) {
        start(zone, RecordType.SOA, ttl);
        below(SoaNames.SERVER, zone);
        below(SoaNames.MAILBOX, zone);
        for (long number : new long[] {serial, 7200, 1800, 86_400, ttl}) {
            u32(number);
        }
        return end(section);
    }

    /**
     * A record of another server's reply, its names without pointers.
     *
     * @param owner in wire form
     */
    boolean copied(byte[] owner, int ownerLength, int type, long ttl, byte[] data, int dataLength) {
        recordStart = position;
        overflow = false;
        bytes(owner, 0, ownerLength);
        fixed(type, ttl);
        bytes(data, 0, dataLength);
        return end(Section.ANSWER);
    }

    /** Takes over a whole message as the answer. */
    void whole(byte[] message, int length) {
        edns = Edns.NONE;
        extendedCode = 0;
        limit = length;
        position = 0;
        overflow = false;
        bytes(message, 0, length);
    }

    /** Ends the message; it stands in {@link #buffer} up to this length. */
    public int finish() {
        if (edns.present()) {
            limit += OPT_LENGTH;
            recordStart = position;
            overflow = false;
            if (room(OPT_LENGTH)) {
                buffer[position++] = 0;
                u16(RecordType.OPT);
                u16(Query.MAX_UDP_PAYLOAD);
                u16(extendedCode << 8);
                u16(edns.dnssecOk() ? Header.DNSSEC_OK : 0);
                u16(0);
                count(Section.ADDITIONAL);
            }
        }
        return position;
    }

    public byte[] buffer() {
        return buffer;
    }

    private void header(int id, int flags, ResponseCode code) {
        position = Header.LENGTH;
        overflow = false;
        Arrays.fill(buffer, 0, Header.LENGTH, (byte) 0);
        Header.putU16(buffer, 0, id);
        int kept = flags & (Header.OPCODE | Header.RECURSION_DESIRED | Header.CHECKING_DISABLED);
        Header.putU16(buffer, Header.FLAGS, kept | Header.RESPONSE | Header.RECURSION_AVAILABLE);
        code(code);
    }

    private void setFlag(int flag) {
        Header.putU16(buffer, Header.FLAGS, Header.u16(buffer, Header.FLAGS) | flag);
    }

    private void start(int owner, int type, long ttl) {
        recordStart = position;
        overflow = owner > MAX_POINTED;
        u16(0xc000 | owner);
        fixed(type, ttl);
    }

    private void fixed(int type, long ttl) {
        u16(type);
        u16(Query.CLASS_IN);
        u32(ttl);
        u16(0);
        dataStart = position;
    }

    private boolean end(Section section) {
        if (overflow) {
            position = recordStart;
            return false;
        }
        Header.putU16(buffer, dataStart - 2, position - dataStart);
        count(section);
        return true;
    }

    private void count(Section section) {
        Header.putU16(buffer, section.counter, Header.u16(buffer, section.counter) + 1);
    }

    private void below(byte[] labels, int zone) {
        bytes(labels, 0, labels.length);
        u16(0xc000 | zone);
    }

    private void name(DnsName name) {
        if (room(name.length())) {
            name.copyTo(buffer, position);
            position += name.length();
        }
    }

    private void u16(int value) {
        if (room(2)) {
            Header.putU16(buffer, position, value);
            position += 2;
        }
    }

    private void u32(long value) {
        if (room(4)) {
            Header.putU32(buffer, position, value);
            position += 4;
        }
    }

    private void bytes(byte[] from, int offset, int length) {
        if (room(length)) {
            System.arraycopy(from, offset, buffer, position, length);
            position += length;
        }
    }

    private boolean room(int length) {
        if (overflow || position + length > limit) {
            overflow = true;
            return false;
        }
        if (position + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, position + length));
        }
        return true;
    }
}
