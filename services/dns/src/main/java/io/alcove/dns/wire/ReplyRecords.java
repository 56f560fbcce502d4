package io.alcove.dns.wire;

import java.util.Arrays;

/** Copies records out of a reply into a message of ours, where their pointers would be wrong. */
final class ReplyRecords {

    private static final int RECORD_FIXED = 10;

    private final byte[] message;
    private final byte[] owner = new byte[DnsName.MAX_LENGTH];
    private byte[] data = new byte[512];
    private int dataLength;

    ReplyRecords(byte[] message) {
        this.message = message;
    }

    boolean copyAnswersTo(MessageWriter out) {
        int at = Names.skip(message, message.length, Header.LENGTH) + 4;
        for (int left = Header.u16(message, Header.ANSWERS); left > 0; left--) {
            int fixed = Names.skip(message, message.length, at);
            if (fixed < 0 || fixed + RECORD_FIXED > message.length) {
                return false;
            }
            int end = fixed + RECORD_FIXED + Header.u16(message, fixed + 8);
            int ownerLength = Names.expand(message, message.length, at, owner);
            int type = Header.u16(message, fixed);
            boolean fits =
                    ownerLength > 0
                            && end <= message.length
                            && expandData(type, fixed + RECORD_FIXED, end)
                            && out.copied(
                                    owner,
                                    ownerLength,
                                    type,
                                    Header.u32(message, fixed + 4),
                                    data,
                                    dataLength);
            if (!fits) {
                return false;
            }
            at = end;
        }
        return true;
    }

    /** The types of RFC 1035, in which alone names may be pointers (RFC 3597), and SRV. */
    private boolean expandData(int type, int start, int end) {
        dataLength = 0;
        return switch (type) {
            case RecordType.NS, RecordType.CNAME, RecordType.PTR -> names(start, end, 1, end);
            case RecordType.MX -> raw(start, 2, end) && names(start + 2, end, 1, end);
            case RecordType.SRV -> raw(start, 6, end) && names(start + 6, end, 1, end);
            case RecordType.SOA -> names(start, end, 2, end);
            default -> raw(start, end - start, end);
        };
    }

    /** So many names, then whatever follows. */
    private boolean names(int start, int end, int count, int limit) {
        int at = start;
        for (int i = 0; i < count; i++) {
            byte[] name = new byte[DnsName.MAX_LENGTH];
            int length = Names.expand(message, limit, at, name);
            at = Names.skip(message, limit, at);
            if (length < 0 || at < 0) {
                return false;
            }
            append(name, 0, length);
        }
        return raw(at, end - at, limit);
    }

    private boolean raw(int start, int length, int limit) {
        if (start + length > limit) {
            return false;
        }
        append(message, start, length);
        return true;
    }

    private void append(byte[] from, int offset, int length) {
        if (dataLength + length > data.length) {
            data = Arrays.copyOf(data, Math.max(data.length * 2, dataLength + length));
        }
        System.arraycopy(from, offset, data, dataLength, length);
        dataLength += length;
    }
}
