package io.alcove.dns.wire;

/** Names inside a message, where the rest of one may be a pointer to an earlier place. */
final class Names {

    private static final int POINTER = 0xc0;
    private static final int MAX_POINTERS = 127;

    private Names() {}

    /** The place after the name at this one; -1 where it is none. Pointers are not followed. */
    static int skip(byte[] message, int length, int start) {
        int at = start;
        while (at < length) {
            int label = message[at] & 0xff;
            if (label == 0) {
                return at + 1;
            }
            if ((label & POINTER) == POINTER) {
                return at + 2 <= length ? at + 2 : -1;
            }
            if (label > DnsName.MAX_LABEL || at - start + label + 2 > DnsName.MAX_LENGTH) {
                return -1;
            }
            at += label + 1;
        }
        return -1;
    }

    /** Writes the whole name without pointers; gives its length, or -1 where it is none. */
    static int expand(byte[] message, int length, int start, byte[] target) {
        int at = start;
        int written = 0;
        int pointers = 0;
        while (at < length) {
            int label = message[at] & 0xff;
            if ((label & POINTER) == POINTER) {
                int to = at + 1 < length ? Header.u16(message, at) & 0x3fff : length;
                if (to >= at || ++pointers > MAX_POINTERS) {
                    return -1;
                }
                at = to;
            } else if (label > DnsName.MAX_LABEL
                    || written + label + 1 > DnsName.MAX_LENGTH
                    || at + label + 1 > length) {
                return -1;
            } else {
                System.arraycopy(message, at, target, written, label + 1);
                written += label + 1;
                at += label + 1;
                if (label == 0) {
                    return written;
                }
            }
        }
        return -1;
    }
}
